"""Language models behind one client: any OpenAI-compatible endpoint, cached, counted and never trusted.

Nothing heavy is imported here; `open_client` brings in langchain and openai.
"""
