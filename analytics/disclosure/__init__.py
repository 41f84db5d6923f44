"""What may be published of small counts, and an attacker who must fail to recover the rest.

    protection   a release made safe, and documents attacked: start here
    presets      the policies, in words and figures
    release      true counts, and what is printed of them; `campaign_flow` makes one
    structure    how tables hang together; `constraints` and `facts`: what a reader knows
    attacker     how narrowly that lets a count be known; `evidence`: what proves that it does not
    repair       which further cells to hide; `shift`: the cheapest of them
    ledger       earlier releases, attacked together with the new one
    derived      shares and changes that tell nothing which the printed counts do not
    coarser      what to publish where too much would be hidden

Whoever only wants to publish needs `protection.protect`, and `derived.derive` for every percentage.
"""
