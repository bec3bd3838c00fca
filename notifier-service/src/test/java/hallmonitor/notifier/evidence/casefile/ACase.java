package hallmonitor.notifier.evidence.casefile;

import static hallmonitor.notifier.evidence.LedgerBuilder.aLedger;

import hallmonitor.contract.event.Capture;
import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CaseEvent;
import hallmonitor.contract.event.CommentRef;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.EscalationEvent;
import hallmonitor.notifier.evidence.EvidenceEntry;
import hallmonitor.notifier.evidence.LedgerBuilder;
import hallmonitor.notifier.evidence.LedgerRoom;
import hallmonitor.notifier.evidence.attachment.Attachment;
import hallmonitor.notifier.evidence.ledger.Hash;
import hallmonitor.notifier.evidence.ledger.SealedRecord;
import hallmonitor.notifier.evidence.sealing.Ledger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A complete case with everything that makes a page or a redaction difficult. */
public final class ACase {
  public static final UUID ID = UUID.fromString("5f0c1f1e-7a3b-5c55-9d53-0a6a3f3c2b11");
  public static final byte[] PICTURE = "a picture".getBytes(StandardCharsets.UTF_8);
  public static final String RAW =
      "{\"id\":4711,\"author_name\":\"Mar\\u00eda L\\u00f3pez\",\"content\":{\"rendered\":"
          + "\"<p>Jos&eacute; &Aacute;lvarez waits for Maria Lopez<\\/p>\"},"
          + "\"link\":\"https:\\/\\/blog.example.org\\/maria-lopez-wins\"}";

  private static final Instant AT = Instant.parse("2026-11-24T18:30:05.250Z");

  static final String HOSTILE =
      "¡María López, mañana en el gimnasio! 🏈😀👨‍👩‍👧\n"
          + "<script>alert('x')</script> <b>not bold</b> &amp; \"quoted\" {case}\n"
          + "שלום עולם, ניפגש מחר בבית הספר (17:00)\n"
          + "مرحبا، أراكم غدا في المدرسة\n"
          + "hidden\u202Egnp.exe and zero\u200Bwidth and a nul \u0001 here\n"
          + "中文 text\n"
          + "A".repeat(300)
          + "\n"
          + "https://example.org/"
          + "very-long-path/".repeat(20);

  private ACase() {}

  /** Returns a database that holds this ledger and the picture. */
  public static LedgerRoom in(LedgerBuilder ledger) {
    LedgerRoom room = LedgerRoom.withKeeper();
    room.database.useTransaction(
        t -> {
          for (SealedRecord r : ledger.records()) {
            t.execute(
                "insert into evidence.evidence_ledger select ?, (j->>'entry')::uuid,"
                    + " (j->>'case')::uuid, j->>'kind', ?, ?, ? from (select convert_from(?,"
                    + " 'UTF8')::json j) x",
                r.sequence(),
                r.record(),
                r.hash(),
                r.link(),
                r.record());
          }
          Ledger.keepBlob(t, Hash.of(PICTURE), PICTURE);
        });
    return room;
  }

  public static LedgerBuilder ledger() {
    return aLedger()
        .with(LedgerRoom.anEntry(1))
        .with(
            new EvidenceEntry(
                UUID.randomUUID(), ID, EvidenceEntry.CAPTURE, escalated(), AT.plusMillis(80)))
        .with(LedgerRoom.anEntry(2))
        .with(
            entry(
                "attachment-kept",
                new Attachment.Kept(
                    UUID.randomUUID(),
                    "https://blog.example.org/up/maria-lopez.png",
                    List.of("https://blog.example.org/up/maria-lopez.png"),
                    "93.184.216.34",
                    "image/png",
                    PICTURE.length,
                    Hash.of(PICTURE),
                    AT.plusSeconds(2))))
        .with(
            entry(
                "case-changed",
                new CaseEvent.CaseChanged(
                    UUID.randomUUID(),
                    ID,
                    "hidden",
                    "policy",
                    "clause 2.1, before 2026-11-24T19:30:05.250123456Z",
                    Optional.empty(),
                    AT.plusSeconds(3))))
        .with(
            entry(
                "notice-sent",
                new EscalationEvent.NoticeSent(
                    UUID.randomUUID(),
                    ID,
                    UUID.randomUUID(),
                    "osei",
                    "principal",
                    AT.plusSeconds(4))))
        .with(
            entry(
                "case-viewed",
                new CaseEvent.CaseViewed(
                    UUID.randomUUID(), ID, "okafor", "Ngozi Okafor", AT.plusSeconds(300))))
        .with(
            entry(
                "case-changed",
                new CaseEvent.CaseChanged(
                    UUID.randomUUID(),
                    ID,
                    "edited",
                    "ingest",
                    "",
                    Optional.of(seen("Only joking, Lopez, María!")),
                    AT.plusSeconds(310))))
        .with(
            entry(
                "case-answered",
                new CaseEvent.CaseAnswered(
                    UUID.randomUUID(),
                    ID,
                    "okafor",
                    "Ngozi Okafor",
                    CaseEvent.Answer.RESOLVE,
                    Optional.empty(),
                    "Spoke with LOPEZ and the family; threat assessment done.",
                    AT.plusSeconds(3600))))
        .with(LedgerRoom.anEntry(3));
  }

  private static EvidenceEntry entry(String kind, Object content) {
    return new EvidenceEntry(UUID.randomUUID(), ID, kind, content, AT.plusSeconds(5));
  }

  private static CommentSeen seen(String text) {
    return new CommentSeen(
        new CommentRef("wordpress", "practice", "4711"),
        "3fa9c0d17be24a55",
        CommentSeen.Kind.CREATED,
        new CommentSeen.Post(
            "7", "Game day", "The Mavericks play on Friday.", Optional.of("http://127.0.0.1/7")),
        Optional.of("4700"),
        new CommentSeen.Author(
            Optional.empty(), "Maximiliana-Guadalupe de la Santísima Trinidad ".repeat(4)),
        text,
        CommentSeen.Visibility.VISIBLE,
        List.of("https://blog.example.org/up/maria-lopez.png"),
        Optional.of("http://127.0.0.1/7#comment-4711"),
        Optional.of(AT.minusSeconds(5)),
        AT,
        CommentSeen.Lane.LIVE,
        RAW,
        Optional.empty());
  }

  static CaseEscalated escalated() {
    return new CaseEscalated(
        UUID.randomUUID(),
        ID,
        new CommentRef("wordpress", "practice", "4711"),
        "3fa9c0d17be24a55",
        "2.1",
        "Threats",
        "threat",
        CaseEscalated.Urgency.IMMEDIATE,
        "maple-high",
        List.of("principal"),
        true,
        Optional.empty(),
        new CaseEscalated.Snapshot(
            "Maple Valley High School news",
            "Dana Reyes",
            HOSTILE,
            "Game day",
            Optional.empty(),
            Optional.empty(),
            List.of(
                new CaseEscalated.Finding(
                    "threat", 0.97, "patterns", List.of("mañana"), "Names a time and a place."),
                new CaseEscalated.Finding(
                    "threat",
                    0.9,
                    CaseEscalated.Finding.IN_A_PICTURE,
                    List.of("Maria Lopez, see you\nat the flagpole"),
                    "These words stand in a picture of the comment. Names a place.")),
            Optional.empty()),
        "a1b2c3d4e5f6",
        "0f9e8d7c6b5a",
        AT,
        AT.plusMillis(80),
        Optional.of(
            new Capture(
                seen(HOSTILE),
                List.of(
                    new Capture.Revision(
                        "77aa", CommentSeen.Kind.CREATED, "an earlier text", "{\"id\":1}", AT)),
                List.of(
                    new Capture.ThreadComment(
                        "4700", Optional.empty(), "Robin Vale", "Who plays, marialopez7?", AT),
                    new Capture.ThreadComment("4701", Optional.of("4700"), "דנה", "שאלה טובה", AT)),
                true,
                "2.1",
                "a1b2c3d4e5f6",
                "0f9e8d7c6b5a",
                "policy",
                Optional.of(AT.plusMillis(60)),
                AT.plusMillis(80))),
        Optional.empty());
  }
}
