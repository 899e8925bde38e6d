"""The knowledge base: data only. `advisor.loading` reads it."""
