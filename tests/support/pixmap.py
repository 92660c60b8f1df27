"""Binary PGM and PPM files, as other programs draw pages."""


def read(path):
    """(width, height, bytes), 8 bits a component."""
    data = path.read_bytes()
    fields, at = [], 0
    while len(fields) < 4:
        end = min(i for i in (data.find(b" ", at), data.find(b"\n", at)) if i >= 0)
        fields.append(data[at:end])
        at = end + 1
    assert fields[0] in (b"P5", b"P6") and fields[3] == b"255", fields
    return int(fields[1]), int(fields[2]), data[at:]
