"""What sentences state: growths, shares of those in a table, and shares without their counts."""

from dataclasses import dataclass, field

from analytics.audit.printed import PrintedClaim, PrintedGrowth, PrintedQuotient, PrintedShare
from recruitment.ingest.recognition.campaigns import Campaigns
from recruitment.ingest.recognition.claims import claim, is_about_recruiting, share, stated_shares
from recruitment.ingest.recognition.growths import growths_in
from recruitment.ingest.recognition.places import Remark, Sentence
from recruitment.ingest.recognition.quotients import quotients_in

# No sentence of a report is longer; what is, is a table that lost its lines.
LONGEST = 2_000


@dataclass(slots=True)
class Statements:
    """What the sentences of one document state.

    Attributes:
        document: Its name.
        campaigns: The campaigns that it names.
        growths: Growths, with the figure that came of each.
        claims: Shares to be found again in a table.
        shares: Shares of a workforce or a population.
        quotients: Percentages with their counts beside them.
        not_understood: Sentences that were not looked through, and why.
    """

    document: str
    campaigns: Campaigns
    growths: list[PrintedGrowth] = field(default_factory=list)
    claims: list[PrintedClaim] = field(default_factory=list)
    shares: list[PrintedShare] = field(default_factory=list)
    quotients: list[PrintedQuotient] = field(default_factory=list)
    not_understood: list[Remark] = field(default_factory=list)

    def take(self, sentence: Sentence, section: str | None) -> None:
        """Take what ``sentence`` states; ``section`` is the campaign whose part it stands in."""
        if "%" not in sentence.text:
            return
        if len(sentence.text) > LONGEST:
            why = f"a sentence of over {LONGEST:,} characters is not looked through for percentages"
            self.not_understood.append(Remark(sentence.place, why))
            return
        quotients = list(quotients_in(sentence, self.document))
        if quotients:
            self.quotients += quotients
            return
        growths = list(growths_in(sentence, self.document))
        self.growths += growths
        if not growths:
            self._take_shares(sentence, section)

    def _take_shares(self, sentence: Sentence, section: str | None) -> None:
        if not is_about_recruiting(sentence.text):
            found = stated_shares(sentence.text)
            self.shares += [share(each, sentence, self.document) for each in found]
            return
        named = self.campaigns.named_in(sentence.text)
        campaign = section if not named else named[0] if len(named) == 1 else None
        for each in stated_shares(sentence.text):
            self.claims.append(claim(each, sentence, self.document, campaign))
