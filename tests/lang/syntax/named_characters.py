# \N{NAME}: listed names, aliases of controls, ideographs by number, syllables by sound; what is malformed or unknown.
print(ascii("\N{LATIN SMALL LETTER Q}\N{NBSP}\N{hangul jongseong yesieung-kiyeok}\N{Greek Small Letter Lamda}"))
print(ascii(f"{1}\N{EURO SIGN}{2}\N{HANGUL SYLLABLE GANJ}\N{CJK UNIFIED IDEOGRAPH-4E00}"), f"{1:\N{SPACE}>5}|", rf"\N{1}", b"\N{LF}"[:2])
print(ascii("\N{NULL}\N{BEL}\N{line feed}\N{INFORMATION SEPARATOR ONE}\N{DELETE}\N{NEXT LINE}\N{APPLICATION PROGRAM COMMAND}\N{VS16}\N{VARIATION SELECTOR-256}"))
print(ascii("\N{HANGUL SYLLABLE A}\N{HANGUL SYLLABLE HIH}\N{HANGUL SYLLABLE SSWAELB}\N{CJK UNIFIED IDEOGRAPH-20000}\N{CJK COMPATIBILITY IDEOGRAPH-f900}"))
sources = ['"\\N{latin small letter q }"\n', '"\\N{}"\n', '"\\N"\n', '"\\N{foo"\n', '"\\N{KEYCAP DIGIT ONE}"\n', '"a\\N{NOPE}b"\n', 'f"\\N{NOPE}"\n',
           'f"\\N"\n', 'f"\\N {1}"\n', 'f"\\N{EURO SIGN"\n', 'f"{1}\\N{}"\n', '"\\N{LF}\\N{APC}\\N{esc}"\n', '"\\N{hangul syllable ga}"\n',
           '"\\N{CJK UNIFIED IDEOGRAPH-A000}"\n', '"\\N{CJK UNIFIED IDEOGRAPH-4e00}"\n', '"\\N{' + "A" * 300 + '}"\n']
for source in sources:
    try:
        print(source.strip(), ascii(eval(source)))
    except SyntaxError as error:
        print(source.strip(), error.msg, error.lineno, error.offset)
