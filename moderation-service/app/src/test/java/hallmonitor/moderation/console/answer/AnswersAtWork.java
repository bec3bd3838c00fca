package hallmonitor.moderation.console.answer;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.EvidenceOrder;
import hallmonitor.contract.event.EvidenceOrder.SignRecords;
import hallmonitor.moderation.casework.redaction.Redaction;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.console.request.RequestSearchJob;
import hallmonitor.moderation.console.request.RequestsAtWork;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.pipeline.jobs.SearchIndexJob;
import hallmonitor.moderation.store.answer.AnswerParts;
import hallmonitor.moderation.store.evidence.EvidenceLedger;
import hallmonitor.moderation.store.request.RequestRedactions;
import hallmonitor.moderation.store.request.RequestRedactions.Chosen;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A request with items that are found, decided, and packed. */
abstract class AnswersAtWork extends RequestsAtWork {
  static final LegalGround FERPA =
      new LegalGround(
          "ferpa",
          "FERPA, 20 U.S.C. 1232g(b)(1)",
          "",
          "Personally identifiable information from a student's education records",
          "Información de identificación personal de los expedientes educativos de un estudiante");

  @Inject SearchIndexJob index;
  @Inject RequestSearchJob searches;
  @Inject RequestRedactions redactions;
  @Inject AnswerJob job;
  @Inject AnswerParts parts;

  final Notary notary = new Notary();
  String path = "";
  List<Long> items = List.of();

  /** Enters a request that finds all comments with a word. */
  void asked(String word, String... more) {
    try {
      index.catchUp();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    Map<String, String> fields = typed();
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    path = entered(fields);
    officer.post("/requests/searches?q=" + word, Map.of("request", request().toString()));
    while (searches.step(500)) {
      // Until no search waits.
    }
    items =
        texts(
                "select item_no::text as number from records_request_item where request_id = '%s' order by item_no"
                    .formatted(request()))
            .stream()
            .map(Long::valueOf)
            .toList();
  }

  UUID request() {
    return UUID.fromString(path.replace("/requests/", ""));
  }

  /** Returns the key of the item with this text. */
  long item(String text) {
    return found("item_no", text);
  }

  /** Returns the number within the request of the item with this text. */
  long number(String text) {
    return found("number", text);
  }

  private long found(String column, String text) {
    return Long.parseLong(
        one(
            """
            select i.%s::text from records_request_item i join revision r
              on r.account = i.account and r.comment_id = i.item_id and r.revision = i.revision
            where i.request_id = '%s' and r.body = '%s'
            """
                .formatted(column, request(), text.replace("'", "''"))));
  }

  private int version(long item) {
    return Integer.parseInt(
        one("select version::text from records_request_item where item_no = " + item));
  }

  void decide(long item, String outcome, String... more) {
    Map<String, String> fields =
        new HashMap<>(Map.of("version", "" + version(item), "outcome", outcome));
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    ConsoleResponse answer = officer.post(path + "/items/" + item, fields);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
  }

  /** Redacts words wherever they stand in a text. */
  void redact(String text, String... words) {
    long item = item(text);
    for (String one : words) {
      for (int at = text.indexOf(one); at >= 0; at = text.indexOf(one, at + 1)) {
        Redaction redaction = Redaction.ofWords(text, new Span(at, at + one.length()), FERPA);
        redact(item, redaction);
      }
    }
    decide(item, "redact");
  }

  void redact(long item, Redaction redaction) {
    redactions.redact(request(), item, version(item), List.of(new Chosen(redaction, "")), "vega");
  }

  /** Decides all that is left. */
  void releaseTheRest() {
    for (String item :
        texts(
            "select item_no::text from records_request_item where request_id = '%s' and state = 'open'"
                .formatted(request()))) {
      decide(Long.parseLong(item), "release");
    }
  }

  /** Asks for the package, and takes all steps until it waits. */
  void make() {
    make(AnswerJob.AT_ONCE);
  }

  void make(int atOnce) {
    ConsoleResponse answer = officer.post(path + "/answer/package", Map.of());
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
    goOn(atOnce);
  }

  void goOn(int atOnce) {
    while (job.step(atOnce)) {
      // Until no package waits here.
    }
  }

  /** The notifier signs what it was asked to sign. */
  void sign() {
    SignRecords order = order();
    database.write(
        h -> {
          EvidenceLedger.take(
              h, List.of(notary.signed(order.orderId(), order.number(), order.sha256())));
          return 1;
        });
    goOn(AnswerJob.AT_ONCE);
  }

  SignRecords order() {
    List<SignRecords> orders =
        seed.outgoing().stream()
            .filter(json -> json.contains("\"SignRecords\""))
            .map(json -> EventJson.read(json.getBytes(StandardCharsets.UTF_8), EvidenceOrder.class))
            .map(SignRecords.class::cast)
            .toList();
    assertThat(orders).isNotEmpty();
    return orders.get(orders.size() - 1);
  }

  String state() {
    return one("select state from records_answer where request_id = '" + request() + "'");
  }

  UUID answer() {
    return UUID.fromString(
        one("select answer_id::text from records_answer where request_id = '" + request() + "'"));
  }

  /** Returns the files of the package by their names. */
  Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(parts.open(answer()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertThat(files.put(entry.getName(), zip.readAllBytes())).isNull();
      }
    }
    return files;
  }

  String text(String file) throws IOException {
    return new String(files().get(file), StandardCharsets.UTF_8);
  }
}
