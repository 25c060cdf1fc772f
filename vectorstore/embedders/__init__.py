"""The embedders, one a module; `vectorstore.embedder.get_embedder` chooses."""
