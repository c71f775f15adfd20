"""What a display shows of a window, through libxcb: its size and its pixels, asked for only when something was drawn.

X tells through its Damage extension when a window is drawn into, so whoever waits for a picture to change or to rest
reads no pixels while nothing happens. Errors of X's (a window that is gone, or just taking another size) are ValueError.
"""

import ctypes
import struct

_XCB = ctypes.CDLL("libxcb.so.1")
_DAMAGE = ctypes.CDLL("libxcb-damage.so.0")
_C = ctypes.CDLL(None)
_Z_PIXMAP, _ALL_PLANES, _NON_EMPTY, _NOTHING = 2, 0xFFFFFFFF, 3, 0


class _Cookie(ctypes.Structure):
    _fields_ = [("sequence", ctypes.c_uint)]


class _Extension(ctypes.Structure):
    """As libxcb answers for one: a header, then whether it is there and where its numbers begin."""

    _fields_ = [("header", ctypes.c_uint8 * 8), ("present", ctypes.c_uint8), ("major_opcode", ctypes.c_uint8),
                ("first_event", ctypes.c_uint8), ("first_error", ctypes.c_uint8)]


def _declare(library, name, returns, *takes):
    function = getattr(library, name)
    function.restype, function.argtypes = returns, takes
    return function


_pointer, _u8, _u16, _i16, _u32 = ctypes.c_void_p, ctypes.c_uint8, ctypes.c_uint16, ctypes.c_int16, ctypes.c_uint32
_free = _declare(_C, "free", None, _pointer)
_connect = _declare(_XCB, "xcb_connect", _pointer, ctypes.c_char_p, _pointer)
_has_error = _declare(_XCB, "xcb_connection_has_error", ctypes.c_int, _pointer)
_disconnect = _declare(_XCB, "xcb_disconnect", None, _pointer)
_new_id = _declare(_XCB, "xcb_generate_id", _u32, _pointer)
_flush = _declare(_XCB, "xcb_flush", ctypes.c_int, _pointer)
_poll = _declare(_XCB, "xcb_poll_for_event", _pointer, _pointer)
_extension = _declare(_XCB, "xcb_get_extension_data", ctypes.POINTER(_Extension), _pointer, _pointer)
_geometry = _declare(_XCB, "xcb_get_geometry", _Cookie, _pointer, _u32)
_geometry_reply = _declare(_XCB, "xcb_get_geometry_reply", _pointer, _pointer, _Cookie, _pointer)
_translate = _declare(_XCB, "xcb_translate_coordinates", _Cookie, _pointer, _u32, _u32, _i16, _i16)
_translate_reply = _declare(_XCB, "xcb_translate_coordinates_reply", _pointer, _pointer, _Cookie, _pointer)
_image = _declare(_XCB, "xcb_get_image", _Cookie, _pointer, _u8, _u32, _i16, _i16, _u16, _u16, _u32)
_image_reply = _declare(_XCB, "xcb_get_image_reply", _pointer, _pointer, _Cookie, _pointer)
_damage_version = _declare(_DAMAGE, "xcb_damage_query_version", _Cookie, _pointer, _u32, _u32)
_damage_version_reply = _declare(_DAMAGE, "xcb_damage_query_version_reply", _pointer, _pointer, _Cookie, _pointer)
_damage_create = _declare(_DAMAGE, "xcb_damage_create", _Cookie, _pointer, _u32, _u32, _u8)
_damage_subtract = _declare(_DAMAGE, "xcb_damage_subtract", _Cookie, _pointer, _u32, _u32, _u32)


class WindowOnScreen:
    """A window of a display, watched from now on."""

    def __init__(self, display_name, window):
        self._window = window
        self._connection = _connect(display_name.encode(), None)
        if _has_error(self._connection):
            raise ValueError(f"{display_name}: no display answers")
        events = _extension(self._connection, ctypes.addressof(ctypes.c_char.in_dll(_DAMAGE, "xcb_damage_id")))
        if not events or not events.contents.present:
            raise ValueError(f"{display_name}: the display does not tell what is drawn (no Damage extension)")
        self._answer(_damage_version_reply, _damage_version(self._connection, 1, 1), 8, 8)
        self._damage = _new_id(self._connection)
        _damage_create(self._connection, self._damage, window, _NON_EMPTY)
        self._has_changed = True

    def close(self):
        _disconnect(self._connection)

    def box(self):
        """(left, top, width, height) of what is on the screen, from the window's own corner, in pixels."""
        root, width, height = self._place(self._window)
        at = self._answer(_translate_reply, _translate(self._connection, self._window, root, 0, 0), 12, 4)
        left, top = struct.unpack("<hh", at)
        _, screen_width, screen_height = self._place(root)
        from_x, from_y = max(0, -left), max(0, -top)
        return from_x, from_y, min(width, screen_width - left) - from_x, min(height, screen_height - top) - from_y

    def _place(self, window):
        root, _, _, width, height = struct.unpack("<IhhHH", self._answer(_geometry_reply, _geometry(self._connection, window), 8, 12))
        return root, width, height

    def was_drawn(self):
        """Whether something was drawn into it since the last call; true the first time."""
        is_new, self._has_changed = self._has_changed, False
        while event := _poll(self._connection):
            _free(event)
            is_new = True
        if is_new:  # X tells once, and again after this
            _damage_subtract(self._connection, self._damage, _NOTHING, _NOTHING)
            _flush(self._connection)
        return is_new

    def pixels(self, box):
        """The rows of a box, four bytes a pixel: blue, green, red and nothing."""
        left, top, width, height = box
        if width <= 0 or height <= 0:
            raise ValueError("nothing of the window is on the screen")
        cookie = _image(self._connection, _Z_PIXMAP, self._window, left, top, width, height, _ALL_PLANES)
        return self._answer(_image_reply, cookie, 32, 4 * width * height)

    def _answer(self, reply, cookie, from_byte, count):
        error = ctypes.c_void_p()
        found = reply(self._connection, cookie, ctypes.addressof(error))
        if error.value:
            _free(error)
        if not found:
            raise ValueError("the window is gone or takes another size")
        try:
            more_words = struct.unpack_from("<I", ctypes.string_at(found, 8), 4)[0]
            if 32 + 4 * more_words < from_byte + count:
                raise ValueError("the display has another format than 32 bits a pixel")
            return ctypes.string_at(found + from_byte, count)
        finally:
            _free(found)
