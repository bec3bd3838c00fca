package hallmonitor.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * A stand-in for a service: ready at once, leaves its environment in its folder, and writes the
 * administrator's first password like the moderation service.
 */
public final class FakeService {
  private FakeService() {}

  public static void main(String[] arguments) throws IOException {
    String role = System.getenv("QUARKUS_DATASOURCE_USERNAME");
    Files.writeString(
        Path.of(role + ".environment"),
        System.getenv().entrySet().stream()
            .map(variable -> variable.getKey() + "=" + variable.getValue())
            .collect(Collectors.joining("\n")));
    if (System.getenv("FAIL_" + role) != null) {
      System.out.println("the fake " + role + " cannot start");
      System.exit(3);
    }
    if (role.equals("moderation")) {
      leaveFirstSignIn(Path.of(System.getenv("HALLMONITOR_SECRETS_DIR")));
    }
    int port = Integer.parseInt(System.getenv("QUARKUS_MANAGEMENT_PORT"));
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 8);
    server.createContext(
        "/q/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  private static void leaveFirstSignIn(Path secrets) throws IOException {
    Path once = Path.of("administrator-made");
    if (!Files.exists(once)) {
      Files.createFile(once);
      Files.writeString(secrets.resolve("first-sign-in"), "admin once-only-password\n");
    }
  }
}
