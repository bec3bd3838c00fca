package hallmonitor.local;

import hallmonitor.embedded.CannotStart;
import hallmonitor.embedded.UserNamespace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Checks before the start for anything that would stop it halfway. Each failure is one sentence.
 */
final class Preflight {
  private static final long NEEDED_MEGABYTES = 500;

  private Preflight() {}

  /**
   * Runs the checks.
   *
   * @throws CannotStart with the first obstacle
   */
  static void check(StackSettings settings, DataFolder data) {
    built(settings.root());
    for (PortName name : PortName.values()) {
      port(name, settings.ports().of(name));
    }
    try {
      disk(Files.getFileStore(data.path()).getUsableSpace() >> 20, data.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    UserNamespace.check();
  }

  static void built(Path root) {
    for (ServiceName service : ServiceName.values()) {
      if (!Files.isRegularFile(service.jar(root))) {
        throw new CannotStart(
            "The %s is not built in %s: run `mvn -Pup` there, which builds and starts, or name the folder that was built with --root."
                .formatted(service.text(), root));
      }
    }
  }

  static void port(PortName name, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (BindException e) {
      throw PortHolder.of(port)
          .map(
              holder ->
                  new CannotStart(
                      "Port %d for %s is taken by %s: stop that, or choose another port with %s=N."
                          .formatted(port, name.what(), holder, name.option())))
          .orElseGet(
              () ->
                  new CannotStart(
                      "Port %d for %s cannot be opened (%s): stop what holds it, or choose another port with %s=N."
                          .formatted(port, name.what(), e.getMessage(), name.option())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void disk(long freeMegabytes, Path data) {
    if (freeMegabytes < NEEDED_MEGABYTES) {
      throw new CannotStart(
          "Only %d MB are free on the disk of %s and a start needs %d MB: free some space, or choose a folder on another disk with --data."
              .formatted(freeMegabytes, data, NEEDED_MEGABYTES));
    }
  }
}
