"""Words, tables, charts, and one renderer per format: finished frames in, text and bytes out."""
