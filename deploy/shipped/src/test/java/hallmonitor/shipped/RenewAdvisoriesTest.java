package hallmonitor.shipped;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
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
import java.time.LocalDate;
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

  private static final Part PARSER =
      new Part("org.example", "parser", "1.4", Set.of(), Optional.empty());

  @TempDir private Path folder;
  private HttpServer osv;
  private volatile int status = 200;

  @BeforeEach
  void start() throws IOException {
    assumeTrue(
        has("curl") && has("jq") && has("unzip"),
        "curl, jq or unzip are missing: apt-get install curl jq unzip");
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
    return run("http://127.0.0.1:" + osv.getAddress().getPort());
  }

  private int run(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder script =
        new ProcessBuilder(
            Stream.concat(Stream.of("./renew-advisories"), Stream.of(arguments)).toList());
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
    assertThat(Advisories.read(list).touching(PARSER))
        .containsExactly("org.example:parser:1.4: GHSA-1, Reads too much");
  }

  @Test
  void anExportTakesThePlaceOfTheInternet() throws Exception {
    Path export = Files.createDirectories(folder.resolve("export/2026"));
    Files.writeString(export.resolve("GHSA-1.json"), vulnerability(FIRST_PAGE));
    Files.writeString(export.resolve("GHSA-2.json"), vulnerability(LAST_PAGE));
    Files.writeString(export.resolve("PYSEC-1.json"), "{\"id\": \"PYSEC-1\", \"affected\": []}");

    assertThat(run("--from", folder.resolve("export").toString()))
        .as(Files.readString(folder.resolve("said")))
        .isZero();

    assertThat(Files.readString(folder.resolve("advisories.json")))
        .contains("GHSA-1")
        .doesNotContain("GHSA-2", "PYSEC");
    assertThat(folder.resolve("advisories.date")).hasContent(LocalDate.now(UTC).toString());
  }

  private static String vulnerability(String page) throws IOException {
    return new ObjectMapper().readTree(page).path("vulns").get(0).toString();
  }

  @Test
  void anExportOfSomethingElseLeavesTheListAsItIs() throws Exception {
    Path export = Files.createDirectories(folder.resolve("export"));
    assertThat(run("--from", export.toString())).isEqualTo(1);
    Files.writeString(export.resolve("a.json"), "not json");
    assertThat(run("--from", export.toString())).isEqualTo(1);
    assertThat(run("--from", folder.resolve("bom.json").toString())).isEqualTo(1);

    assertThat(folder.resolve("advisories.json")).hasContent("[]");
    assertThat(folder.resolve("advisories.date")).doesNotExist();
  }

  @Test
  void anAdvisoryOfAnotherFormOrNoneOfOursLeavesTheListAsItIs() throws Exception {
    Path export = Files.createDirectories(folder.resolve("export"));
    Files.writeString(export.resolve("GHSA-1.json"), vulnerability(FIRST_PAGE));
    Files.writeString(
        export.resolve("GHSA-3.json"),
        "{\"id\": \"GHSA-3\", \"affected\": [{\"package\": {\"ecosystem\": \"Maven\","
            + " \"name\": \"org.example:parser\"}, \"ranges\": \"all\"}]}");
    assertThat(run("--from", export.toString())).isEqualTo(1);
    assertThat(folder.resolve("said")).content().contains("not in OSV's form");

    Files.delete(export.resolve("GHSA-3.json"));
    Files.writeString(folder.resolve("bom.json"), BILL.replace("parser", "printer"));
    assertThat(run("--from", export.toString())).isEqualTo(1);

    assertThat(folder.resolve("advisories.json")).hasContent("[]");
    assertThat(folder.resolve("advisories.date")).doesNotExist();
  }

  @Test
  void versionsCountWhereNoRangeIsOfTheRegistry() throws Exception {
    Path export = Files.createDirectories(folder.resolve("export"));
    Files.writeString(
        export.resolve("GHSA-1.json"),
        vulnerability(FIRST_PAGE).replace("\"ECOSYSTEM\"", "\"GIT\""));

    assertThat(run("--from", export.toString())).isZero();

    assertThat(Advisories.read(folder.resolve("advisories.json")).touching(PARSER)).hasSize(1);
  }

  @Test
  void aListThatWasNotRenewedForMonthsFails() throws Exception {
    Path date = folder.resolve("advisories.date");
    assertThat(run("--age")).as("never renewed").isEqualTo(1);
    Files.writeString(date, LocalDate.now(UTC).minusDays(90) + "\n");
    assertThat(run("--age")).isZero();
    assertThat(folder.resolve("said")).content().contains("90 days old");
    assertThat(run("--age", "2")).isEqualTo(1);
    for (int old : new int[] {95, -2}) {
      Files.writeString(date, LocalDate.now(UTC).minusDays(old) + "\n");
      assertThat(run("--age")).as(old + " days old").isEqualTo(1);
    }
  }

  @Test
  void withoutAnAnswerTheListStaysAsItIs() throws Exception {
    status = 400;
    assertThat(renew()).isEqualTo(1);
    assertThat(folder.resolve("said")).content().contains("OSV did not answer");
    assertThat(folder.resolve("advisories.json")).hasContent("[]");
  }
}
