"""Values and spans: what every layer stands on. Knows nothing of stories."""
