package hallmonitor.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hallmonitor.embedded.FreePorts;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proxies that districts put in front: what they pass on and log, and which TLS they speak. */
class ProxyFilesTest {
  private static final String CADDY = "deploy/images/Caddyfile";
  private static final String NGINX = "deploy/images/nginx.conf";

  /** A path that opens something. */
  private static final String KEY = "/answer/sesame";

  @TempDir private Path folder;

  private record Said(int status, String text) {}

  @Test
  void bothPassTheSamePathsToTheSameServices() {
    Set<String> caddy = paths("handle (/\\S+)\\*\\s*\\{\\s*reverse_proxy \\w+:(\\d+)", CADDY);

    assertThat(caddy).contains("/answer/ 8082", "/push/ 8083");
    assertThat(paths("location (/\\S+)\\s*\\{\\s*proxy_pass http://[\\d.]+:(\\d+)", NGINX))
        .isEqualTo(caddy);
  }

  private static Set<String> paths(String line, String file) {
    return Pattern.compile(line)
        .matcher(ShippedFiles.text(file))
        .results()
        .map((MatchResult found) -> found.group(1) + " " + found.group(2))
        .collect(Collectors.toSet());
  }

  @Test
  void caddyTakesItsFileAndSpeaksNothingOlderThanTls12() throws Exception {
    String caddy = program("caddy");
    Path file = Files.writeString(folder.resolve("Caddyfile"), ShippedFiles.text(CADDY), UTF_8);

    Said adapted = run(caddy, "adapt", "--adapter", "caddyfile", "--config", file.toString());

    assertThat(adapted.status()).as(adapted.text()).isZero();
    assertThat(adapted.text())
        .contains("\"protocol_min\":\"tls1.2\"", "\"protocol_max\":\"tls1.3\"")
        .contains("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")
        .doesNotContain("_CBC_", "TLS_RSA_WITH", "3DES", "_CBC");
  }

  @Test
  void nginxTakesItsFileAndSpeaksNothingOlderThanTls12() throws Exception {
    String program = program("nginx");
    program("openssl");
    int port = FreePorts.one();
    Process nginx = startNginx(program, port);
    try {
      assertThat(handshake(port, "-tls1_1")).contains("Cipher is (NONE)");
      assertThat(handshake(port, "-tls1_2")).containsPattern("Cipher is ECDHE-\\S+-GCM");
      assertThat(handshake(port, "-tls1_3")).contains("Cipher is TLS_AES");
      assertThat(handshake(port, "-alpn", "h2,http/1.1"))
          .as("more tabs than six need it")
          .contains("ALPN protocol: h2");
      assertThat(handshake(port, "-tls1_2", "-cipher", "kRSA:ECDHE+SHA1:ECDHE+SHA256@SECLEVEL=0"))
          .as("no forward secrecy, or no GCM")
          .contains("Cipher is (NONE)");
    } finally {
      nginx.destroy();
      nginx.waitFor();
    }
  }

  @Test
  void nginxLogsNoPathOfARequestThatFails() throws Exception {
    String program = program("nginx");
    program("openssl");
    program("curl");
    int port = FreePorts.one();
    Process nginx = startNginx(program, port);
    try {
      assertThat(status("https://127.0.0.1:" + port + KEY)).isEqualTo("502");
    } finally {
      nginx.destroy();
      nginx.waitFor();
    }

    assertThat(said()).doesNotContain("sesame");
  }

  @Test
  void caddyLogsNoPathOfARequestThatFails() throws Exception {
    String program = program("caddy");
    program("curl");
    int port = FreePorts.one();
    String site =
        ShippedFiles.text(CADDY)
            .replace("{$HALL_MONITOR_HOST}", "http://127.0.0.1:" + port)
            .replaceFirst("\\ttls \\{[^}]*}", "")
            .replaceFirst("(?m)^\\{$", "{\n\tadmin off")
            .replaceAll("(notifier|ingest|moderation):\\d+", "127.0.0.1:" + FreePorts.one());
    Path file = Files.writeString(folder.resolve("Caddyfile"), site);
    Process caddy =
        start(port, program, "run", "--adapter", "caddyfile", "--config", file.toString());
    try {
      assertThat(status("http://127.0.0.1:" + port + KEY)).isEqualTo("502");
    } finally {
      caddy.destroy();
      caddy.waitFor();
    }

    assertThat(said()).contains("serving initial configuration").doesNotContain("sesame");
  }

  private String status(String address) throws Exception {
    return run("curl", "-sk", "-o", "page", "-w", "%{http_code}", address).text();
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("said"));
  }

  private Process startNginx(String program, int port) throws Exception {
    return start(
        port, program, "-e", "stderr", "-p", folder.toString(), "-c", nginx(port).toString());
  }

  /** Starts a server and waits until it takes connections. */
  private Process start(int port, String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("XDG_DATA_HOME", folder.toString());
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile());
    Process server = builder.start();
    await().ignoreException(ConnectException.class).until(() -> connects(port));
    return server;
  }

  /** Writes a whole configuration around the example, on free ports, with a certificate. */
  private Path nginx(int port) throws Exception {
    Said made =
        run(
            ("openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=comments.example.org"
                    + " -keyout key.pem -out chain.pem")
                .split(" "));
    assertThat(made.status()).as(made.text()).isZero();
    String site =
        ShippedFiles.text(NGINX)
            .replace("/etc/ssl/hall-monitor/", folder + "/")
            .replaceAll("127\\.0\\.0\\.1:808\\d", "127.0.0.1:" + FreePorts.one())
            .replace("listen 80;", "listen 127.0.0.1:" + FreePorts.one() + ";")
            .replace("listen 443 ssl;", "listen 127.0.0.1:" + port + " ssl;");
    Files.writeString(folder.resolve("site.conf"), site);
    String temporary =
        Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
            .map(kind -> kind + "_temp_path " + folder.resolve(kind) + ";\n")
            .collect(Collectors.joining());
    return Files.writeString(
        folder.resolve("nginx.conf"),
        "daemon off;\npid %s;\nevents {}\nhttp {\n%sinclude %s;\n}\n"
            .formatted(folder.resolve("pid"), temporary, folder.resolve("site.conf")));
  }

  private String handshake(int port, String... options) throws Exception {
    return run(Stream.concat(
                Stream.of("openssl", "s_client", "-connect", "127.0.0.1:" + port),
                options.length > 1
                    ? Stream.of(options)
                    : Stream.of(options[0], "-cipher", "ALL:@SECLEVEL=0"))
            .toArray(String[]::new))
        .text();
  }

  private static boolean connects(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    }
  }

  private Said run(String... command) throws Exception {
    Path in = Files.writeString(folder.resolve("in"), "");
    Path out = Files.createTempFile(folder, "out", "");
    ProcessBuilder builder = new ProcessBuilder(List.of(command)).directory(folder.toFile());
    builder.environment().put("HALL_MONITOR_HOST", "comments.example.org");
    builder.redirectInput(in.toFile()).redirectErrorStream(true).redirectOutput(out.toFile());
    int status = builder.start().waitFor();
    // A server that speaks HTTP/2 says its settings first, in bytes that are no text.
    return new Said(status, Files.readString(out, ISO_8859_1));
  }

  /** Returns where it is; a server is often not on the path of everyone. */
  private static String program(String name) {
    Optional<Path> found =
        Stream.of((System.getenv("PATH") + ":/usr/sbin").split(":"))
            .map(on -> Path.of(on, name))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(
        found.isPresent(), name + " is missing: apt-get install caddy curl nginx-light openssl");
    return found.get().toString();
  }
}
