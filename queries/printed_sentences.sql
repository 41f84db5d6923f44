-- Sentences of reports that state a figure or make a claim, as printed.
--
-- Grain: one row per document and sentence, in reading order. campaign is NULL where a sentence is
-- about none.
SELECT
    printed_sentences.document,
    printed_sentences.location,
    printed_sentences.campaign,
    printed_sentences.sentence_order,
    printed_sentences.sentence,
    coalesce(citations.citation, '') AS citation
FROM printed_sentences
LEFT JOIN citations USING (document)
ORDER BY printed_sentences.rowid
