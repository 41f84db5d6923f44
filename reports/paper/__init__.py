"""The report on paper: its content as data, and the template that Typst fills with it."""
