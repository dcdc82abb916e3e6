"""json.encoder: under this name too."""
from json import JSONEncoder
