len.__doc__.strip()
