"""The command line: parse, call one study, hand the result to one renderer."""
