"""The knowledge base that comes with the program: data only. `advisor.knowledge.loader` reads it."""
