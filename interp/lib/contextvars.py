"""contextvars: variables with a value for each context (in C); asyncio runs every callback in one."""
from _contextvars import Context, ContextVar, Token, copy_context

__all__ = ("Context", "ContextVar", "Token", "copy_context")
