"""The first run: finds or installs Ollama, advises models, downloads. Every step can be skipped and found again."""
