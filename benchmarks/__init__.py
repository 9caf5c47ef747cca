"""How well and how fast Parley reads, measured; nothing here is ever trained on."""
