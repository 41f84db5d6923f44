"""A report made safe to publish: counts protected first, then everything else worked out of them.

counted      the true counts, as frames; `components` make releases of them
protecting   what is printed of each, together with earlier releases
writing      the report on what is printed; nothing in it has seen a true count
witnesses    other counts that are possible, which must give the very same file
ledger       what was published before, kept beside the warehouse
"""
