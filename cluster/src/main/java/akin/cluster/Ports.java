package akin.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the loopback address. */
public final class Ports {
    private Ports() {}

    /** Any that is free now. */
    public static int free() throws IOException {
        try (ServerSocket socket = bound(0)) {
            return socket.getLocalPort();
        }
    }

    static void requireFree(int port, String option) {
        try {
            bound(port).close();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "port " + port + " is taken by another program: give another one with " + option, e);
        }
    }

    private static ServerSocket bound(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        return socket;
    }
}
