compile("await x", "text", "exec", 0x2000)
