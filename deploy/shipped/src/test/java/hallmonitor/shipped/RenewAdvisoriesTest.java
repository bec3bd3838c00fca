package hallmonitor.shipped;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import hallmonitor.shipped.BillOfMaterials.Part;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/shipped/renew-advisories} against a stand-in of OSV. */
class RenewAdvisoriesTest {
  private static final String BILL =
      """
      {"components": [{"group": "org.example", "name": "parser", "version": "1.4"},
                      {"group": "hallmonitor", "name": "settings", "version": "1"}]}
      """;
  private static final String FIRST_PAGE =
      """
      {"vulns": [{"id": "GHSA-1", "modified": "2026-01-01T00:00:00Z", "summary": "Reads too much",
        "details": "long", "affected": [
          {"package": {"ecosystem": "Maven", "name": "org.example:parser"}, "database_specific": {"x": 1},
           "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "1.0"}, {"fixed": "1.5"}]}], "versions": ["1.4"]},
          {"package": {"ecosystem": "Maven", "name": "org.example:other"}, "versions": ["1.4"]}]}],
       "next_page_token": "2"}
      """;
  private static final String LAST_PAGE =
      """
      {"vulns": [{"id": "GHSA-2", "summary": "Taken back", "withdrawn": "2026-02-02T00:00:00Z", "affected": [
          {"package": {"ecosystem": "Maven", "name": "org.example:parser"}, "versions": ["1.4"]}]}]}
      """;

  @TempDir private Path folder;
  private HttpServer osv;
  private volatile int status = 200;

  @BeforeEach
  void start() throws IOException {
    assumeTrue(has("curl") && has("jq"), "curl and jq are missing: apt-get install curl jq");
    osv = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    osv.createContext(
        "/v1/query",
        exchange -> {
          String asked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          byte[] page = (asked.contains("page_token") ? LAST_PAGE : FIRST_PAGE).getBytes(UTF_8);
          exchange.sendResponseHeaders(status, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    osv.start();
    Files.writeString(folder.resolve("bom.json"), BILL);
    Files.writeString(folder.resolve("advisories.json"), "[]");
  }

  @AfterEach
  void stop() {
    if (osv != null) {
      osv.stop(0);
    }
  }

  private static boolean has(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(on -> Files.isExecutable(Path.of(on, program)));
  }

  private int renew() throws IOException, InterruptedException {
    ProcessBuilder script =
        new ProcessBuilder("./renew-advisories", "http://127.0.0.1:" + osv.getAddress().getPort());
    script.environment().put("BILL", folder.resolve("bom.json").toString());
    script.environment().put("LIST", folder.resolve("advisories.json").toString());
    script.redirectErrorStream(true);
    script.redirectOutput(folder.resolve("said").toFile());
    return script.start().waitFor();
  }

  @Test
  void everyPageIsReadAndWhatTheCheckNeedsIsKept() throws Exception {
    assertThat(renew()).as(Files.readString(folder.resolve("said"))).isZero();

    Path list = folder.resolve("advisories.json");
    JsonNode all = new ObjectMapper().readTree(list.toFile());
    assertThat(all).hasSize(1);
    assertThat(all.toString()).doesNotContain("details", "other", "database_specific");
    Part parser = new Part("org.example", "parser", "1.4", Set.of(), Optional.empty());
    assertThat(Advisories.read(list).touching(parser))
        .containsExactly("org.example:parser:1.4: GHSA-1, Reads too much");
  }

  @Test
  void withoutAnAnswerTheListStaysAsItIs() throws Exception {
    status = 400;
    assertThat(renew()).isEqualTo(1);
    assertThat(folder.resolve("said")).content().contains("OSV did not answer");
    assertThat(folder.resolve("advisories.json")).hasContent("[]");
  }
}
