package hallmonitor.moderation.console.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.casework.Proposal.Kind;
import hallmonitor.moderation.casework.RecordKind;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.page.Csv;
import hallmonitor.moderation.console.reports.ReportPdf;
import hallmonitor.moderation.console.reports.ReportTable;
import hallmonitor.moderation.console.reports.ReportTable.Cell;
import hallmonitor.moderation.store.Proposals;
import hallmonitor.moderation.store.records.Disposal;
import hallmonitor.moderation.store.records.DisposalJob.Certificate;
import hallmonitor.moderation.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Certificates of disposal. The table contains only final data, so it is the same, byte for byte,
 * at any time.
 */
@ApplicationScoped
public class Certificates {
  private static final int AT_ONCE = 1_000;

  private static final String LINES =
      """
      select account, comment_id, revision, coalesce(case_id::text, '') as case_id, kind, outcome, seen_at,
        first_seen_at, last_at, clause, category, decision, decided_at, text_sha256, raw_sha256, disposed_at
      from disposed_revision where disposal_id = :id order by account, comment_id, seen_at, revision
      """;

  private static final String HEADER =
      Csv.line(
          "account",
          "comment",
          "revision",
          "case",
          "kind",
          "judged",
          "read",
          "first seen",
          "last changed",
          "clause",
          "category",
          "decision",
          "decided",
          "SHA-256 of the text",
          "SHA-256 of the platform's answer",
          "disposed of");

  private record Fact(String name, String value) {}

  private final ConsoleDatabase database;
  private final RecordPlaces places;

  Certificates(ConsoleDatabase database, RecordPlaces places) {
    this.database = database;
    this.places = places;
  }

  /** Certifies a disposal that just ended. */
  Certificate certify(Handle h, Disposal ended) {
    StringBuilder head = new StringBuilder(Csv.START);
    facts(h, ended).forEach(fact -> head.append(Csv.line(fact.name(), fact.value())));
    head.append("\r\n").append(HEADER);
    try (DigestOutputStream digest =
        new DigestOutputStream(
            OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
      csv(h, ended, head.toString(), digest);
      return new Certificate(
          head.toString(), HexFormat.of().formatHex(digest.getMessageDigest().digest()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void csv(Disposal ended, OutputStream out) {
    database.write(
        h -> {
          csv(h, ended, ended.certificateHead().orElseThrow(), out);
          return true;
        });
  }

  /** Writes in portions, so that a long table needs little memory. */
  private static void csv(Handle h, Disposal ended, String head, OutputStream out) {
    write(out, head);
    h.createQuery(LINES)
        .bind("id", ended.id())
        .setFetchSize(AT_ONCE)
        .map((row, context) -> line(row))
        .forEach(line -> write(out, line));
  }

  private static String line(ResultSet row) throws SQLException {
    return Csv.line(
        row.getString("account"),
        row.getString("comment_id"),
        row.getString("revision"),
        row.getString("case_id"),
        row.getString("kind"),
        row.getString("outcome"),
        time(row, "seen_at"),
        time(row, "first_seen_at"),
        time(row, "last_at"),
        row.getString("clause"),
        row.getString("category"),
        row.getString("decision"),
        time(row, "decided_at"),
        row.getString("text_sha256"),
        row.getString("raw_sha256"),
        time(row, "disposed_at"));
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }

  private static void write(OutputStream out, String text) {
    try {
      out.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Fact> facts(Handle h, Disposal d) {
    Proposal proposal = new Proposals(h).about(Kind.DISPOSE_RECORDS, d.id().toString()).get(0);
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Certificate of disposal of records", d.id().toString()));
    facts.add(new Fact("Records", DisposalView.words(d.kind()).toString()));
    basis(d.basis(), facts);
    facts.add(new Fact("Building", d.building().isEmpty() ? "all" : d.building()));
    facts.add(new Fact("Accounts", String.join(", ", d.accounts())));
    facts.add(new Fact("Nothing happened to them from", d.beforeDay() + " on (" + d.zone() + ")"));
    facts.add(new Fact("Number of the approval", d.approval()));
    facts.add(new Fact("Reason", proposal.reason()));
    facts.add(
        new Fact(
            "Proposed",
            "%s (%s), %s"
                .formatted(d.proposerName(), proposal.proposedBy(), proposal.proposedAt())));
    facts.add(
        new Fact(
            "Approved",
            "%s (%s), %s"
                .formatted(
                    d.approverName(), d.approvedBy().orElseThrow(), d.approvedAt().orElseThrow())));
    facts.add(new Fact("Carried out until", d.endedAt().orElseThrow().toString()));
    facts.add(new Fact("Records disposed of", Long.toString(d.records())));
    facts.add(new Fact("Their revisions", Long.toString(d.revisions())));
    ExemptCount.of(d.left(h))
        .forEach(left -> facts.add(new Fact("Left: " + left.getWords(), Long.toString(left.n()))));
    return facts;
  }

  /** Older disposals name no rule. */
  private static void basis(Disposal.Basis basis, List<Fact> facts) {
    if (basis.rule().isEmpty()) {
      return;
    }
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("Rule of the records schedule", basis.rule());
    parts.put("Kept at least for", basis.keptInWords().toString());
    parts.put("Authority", basis.authorityInWords().toString());
    parts.put("Source of the rule", basis.source());
    parts.put("Records series", basis.series());
    parts.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            facts.add(new Fact(name, value));
          }
        });
  }

  private static Sentence listed(RecordKind kind) {
    return switch (kind) {
      case ALLOWED_COMMENTS, DECIDED_CASES ->
          Sentence.of(
              "The table lists each version with the SHA-256 of its text and of the platform's"
                  + " answer.");
      case HAND_BLOCKS, ATTESTATIONS, RECORDS_REQUESTS ->
          Sentence.of(
              "The table lists each record by its own number and its days, without any name.");
    };
  }

  byte[] pdf(Disposal ended) {
    List<Fact> facts = database.read(h -> facts(h, ended));
    ReportTable table =
        new ReportTable(
            "certificate",
            Sentence.of("Records that were disposed of"),
            listed(ended.kind()),
            Sentence.NONE,
            List.of(ReportTable.words(Sentence.of("What")), ReportTable.words(Sentence.NONE)),
            Stream.concat(
                    facts.stream(),
                    Stream.of(new Fact("SHA-256 of the table", ended.certificate().orElseThrow())))
                .map(fact -> List.of(Cell.text(fact.name()), Cell.text(fact.value())))
                .toList());
    return ReportPdf.of(
        "Certificate of disposal, " + places.districtName(),
        "All times in UTC. Not touched: sealed evidence, packages of answers to requests for records,"
            + " the audit log, dead letters, the notes of bulks, and backups.",
        List.of(table));
  }
}
