"""EDTF dates, instants, and the words for them. Knows nothing of documents."""
