"""A window manager that can do one thing: full screen, as _NET_WM_STATE of the EWMH asks for it.

Started with a display's name; says "ready" when it manages the display, and leaves when it is terminated.
"""

import ctypes
import sys

x11 = ctypes.CDLL("libX11.so.6")
for name in ("XOpenDisplay", "XDefaultRootWindow", "XInternAtom", "XCreateSimpleWindow"):
    getattr(x11, name).restype = ctypes.c_void_p if name == "XOpenDisplay" else ctypes.c_ulong

MAP_REQUEST, CONFIGURE_REQUEST, CLIENT_MESSAGE = 20, 23, 33
SUBSTRUCTURE_NOTIFY, SUBSTRUCTURE_REDIRECT = 1 << 19, 1 << 20
ATOM, WINDOW = 4, 33  # the predefined types of properties
REPLACE, REVERT_TO_POINTER_ROOT, CURRENT_TIME = 0, 1, 0

Head = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int), ("display", ctypes.c_void_p)]


class MapRequest(ctypes.Structure):
    _fields_ = [*Head, ("parent", ctypes.c_ulong), ("window", ctypes.c_ulong)]


class ConfigureRequest(ctypes.Structure):
    _fields_ = [*Head, ("parent", ctypes.c_ulong), ("window", ctypes.c_ulong), ("x", ctypes.c_int), ("y", ctypes.c_int),
                ("width", ctypes.c_int), ("height", ctypes.c_int), ("border_width", ctypes.c_int), ("above", ctypes.c_ulong),
                ("detail", ctypes.c_int), ("value_mask", ctypes.c_ulong)]


class ClientMessage(ctypes.Structure):
    _fields_ = [*Head, ("window", ctypes.c_ulong), ("message_type", ctypes.c_ulong), ("format", ctypes.c_int),
                ("data", ctypes.c_long * 5)]


class Event(ctypes.Union):
    _fields_ = [("type", ctypes.c_int), ("map_request", MapRequest), ("configure_request", ConfigureRequest),
                ("client_message", ClientMessage), ("room", ctypes.c_long * 24)]


class Manager:
    def __init__(self, display_name):
        self.display = ctypes.c_void_p(x11.XOpenDisplay(display_name.encode()))
        self.root = ctypes.c_ulong(x11.XDefaultRootWindow(self.display))
        self.state = self.atom("_NET_WM_STATE")
        self.full_screen = self.atom("_NET_WM_STATE_FULLSCREEN")
        self.places = {}  # of windows before they filled the screen
        x11.XSelectInput(self.display, self.root, ctypes.c_long(SUBSTRUCTURE_NOTIFY | SUBSTRUCTURE_REDIRECT))
        check = ctypes.c_ulong(x11.XCreateSimpleWindow(self.display, self.root, 0, 0, 1, 1, 0, 0, 0))
        for window in (self.root, check):
            self.set_property(window, self.atom("_NET_SUPPORTING_WM_CHECK"), WINDOW, [check.value])
        self.set_property(self.root, self.atom("_NET_SUPPORTED"), ATOM, [self.state, self.full_screen])

    def atom(self, name):
        return x11.XInternAtom(self.display, name.encode(), 0)

    def set_property(self, window, name, kind, values):
        data = (ctypes.c_ulong * len(values))(*values)
        x11.XChangeProperty(self.display, window, ctypes.c_ulong(name), ctypes.c_ulong(kind), 32, REPLACE, data, len(values))

    def geometry(self, window):
        numbers = [ctypes.c_ulong()] + [ctypes.c_int() for _ in range(6)]
        x11.XGetGeometry(self.display, window, *(ctypes.byref(number) for number in numbers))
        return [number.value for number in numbers[1:5]]

    def fill_screen(self, window, fills):
        if fills:
            self.places.setdefault(window.value, self.geometry(window))
            place = [0, 0, *self.geometry(self.root)[2:]]
        else:
            place = self.places.pop(window.value, self.geometry(window))
        self.set_property(window, self.state, ATOM, [self.full_screen] if fills else [])
        x11.XMoveResizeWindow(self.display, window, *place)

    def run(self):
        x11.XSync(self.display, 0)
        print("ready", flush=True)
        event = Event()
        while True:
            x11.XNextEvent(self.display, ctypes.byref(event))
            if event.type == MAP_REQUEST:
                window = ctypes.c_ulong(event.map_request.window)
                x11.XMapWindow(self.display, window)
                x11.XSetInputFocus(self.display, window, REVERT_TO_POINTER_ROOT, ctypes.c_ulong(CURRENT_TIME))
            elif event.type == CONFIGURE_REQUEST:
                asked = event.configure_request
                x11.XMoveResizeWindow(self.display, ctypes.c_ulong(asked.window), asked.x, asked.y, asked.width, asked.height)
            elif event.type == CLIENT_MESSAGE and event.client_message.message_type == self.state:
                action, *atoms = event.client_message.data
                window = ctypes.c_ulong(event.client_message.window)
                if self.full_screen in atoms:
                    toggled = window.value not in self.places
                    self.fill_screen(window, toggled if action == 2 else action == 1)


if __name__ == "__main__":
    # A window may be gone before its request is carried out: that is no error here.
    ignore = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda *_: 0)
    x11.XSetErrorHandler(ignore)
    Manager(sys.argv[1]).run()
