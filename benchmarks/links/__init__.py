"""How well many reports are joined into one record, held against corpus/links.yaml."""
