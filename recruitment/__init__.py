"""recruit: who gets through a recruitment campaign, who does not, and is it more than chance?"""
