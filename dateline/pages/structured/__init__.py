"""What a page says to programs in the words of schema.org, as JSON-LD 1.1: one module for each sort of thing.

Nothing is claimed that the author did not say. Where schema.org has no word for a doubt, the property is left out.
"""
