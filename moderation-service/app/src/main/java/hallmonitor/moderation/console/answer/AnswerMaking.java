package hallmonitor.moderation.console.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.casework.answer.AnswerSummary;
import hallmonitor.moderation.casework.answer.HiddenText;
import hallmonitor.moderation.casework.answer.LeakSearch;
import hallmonitor.moderation.casework.answer.ReleasedRecord;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.answer.AnswerPdf.PdfPart;
import hallmonitor.moderation.console.request.ExemptionCsv;
import hallmonitor.moderation.console.request.ExemptionLogQueries;
import hallmonitor.moderation.console.request.RequestOffice;
import hallmonitor.moderation.console.request.RequestsConfig;
import hallmonitor.moderation.store.answer.AnswerPackage;
import hallmonitor.moderation.store.answer.AnswerParts;
import hallmonitor.moderation.store.answer.AnswerRecords;
import hallmonitor.moderation.store.answer.AnswerRecords.Decided;
import hallmonitor.moderation.store.answer.AnswerWork;
import hallmonitor.moderation.store.answer.AnswerWork.FilePiece;
import hallmonitor.moderation.store.answer.AnswerWork.Reached;
import hallmonitor.moderation.store.answer.ReadPictures;
import hallmonitor.printing.PrintableText;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes a package one step further. What is made here is only what is released; it is opened again
 * as a requester opens it before it is signed.
 */
@ApplicationScoped
class AnswerMaking {
  private static final int HIDDEN_AT_ONCE = 1_000;
  private static final String SIGNATURE = "signature.json";

  /** Drawing one takes a moment, so a step with more of them ends early. */
  private static final int PICTURES_AT_ONCE = 100;

  /** Fewer, such as "happy birthday", stand in many records. */
  private static final int LEAST_WORDS = 4;

  private final AnswerRecords records;
  private final ReadPictures read;
  private final DrawnFiles drawn;
  private final AnswerWork work;
  private final AnswerParts parts;
  private final ExemptionLogQueries log;
  private final RequestOffice office;
  private final RequestsConfig config;

  AnswerMaking(
      AnswerRecords records,
      ReadPictures read,
      DrawnFiles drawn,
      AnswerWork work,
      AnswerParts parts,
      ExemptionLogQueries log,
      RequestOffice office,
      RequestsConfig config) {
    this.records = records;
    this.read = read;
    this.drawn = drawn;
    this.work = work;
    this.parts = parts;
    this.log = log;
    this.office = office;
    this.config = config;
  }

  private AnswerWords words(AnswerPackage made) {
    return new AnswerWords(made.language(), office.zone());
  }

  /**
   * Makes the next part of the files.
   *
   * @param atOnce the most records of one PDF
   */
  void make(AnswerPackage made, int atOnce) throws IOException {
    List<Decided> next = withFewPictures(records.next(made.requestId(), made.place(), atOnce));
    boolean first = made.files() == 0;
    boolean last = next.isEmpty() || made.done() + next.size() >= made.items();
    List<FilePiece> pieces = new ArrayList<>();
    AnswerPictureRoom room =
        new AnswerPictureRoom(
            config.mostPictureBytes() - made.pictureBytes(), file -> work.keep(made, file));
    work.again(made);
    if (first) {
      start(made, pieces);
    }
    try {
      if (first || !next.isEmpty()) {
        pieces(made, next, last, room, pieces);
      }
    } catch (AnswerPictureRoom.Full e) {
      work.tooLarge(made);
      return;
    }
    if (last) {
      add(pieces, "records.json", Long.MAX_VALUE, AnswerJson.end());
    }
    long place = next.isEmpty() ? made.place() : next.get(next.size() - 1).found().number();
    int files = made.files() + (first || !next.isEmpty() ? 1 : 0);
    long pictures = made.pictureBytes() + room.taken();
    work.add(made, pieces, new Reached(place, made.done() + next.size(), files, pictures, last));
  }

  private static List<Decided> withFewPictures(List<Decided> next) {
    int pictures = 0;
    for (int i = 0; i < next.size(); i++) {
      pictures += next.get(i).pictures().size();
      if (i > 0 && pictures > PICTURES_AT_ONCE) {
        return next.subList(0, i);
      }
    }
    return next;
  }

  private void start(AnswerPackage made, List<FilePiece> pieces) throws IOException {
    AnswerTable table = new AnswerTable(words(made));
    add(pieces, "records.csv", 0, table.recordsStart());
    add(pieces, "exemptions.csv", 0, exemptions(made).head());
    add(
        pieces,
        "records.json",
        0,
        AnswerJson.start(made.number(), office.district(), made.language()));
    for (String file : List.of("README.txt", "LEEME.txt", "records.schema.json")) {
      try (InputStream in = AnswerMaking.class.getResourceAsStream("/answer/" + file)) {
        pieces.add(new FilePiece(file, 0, Objects.requireNonNull(in, file).readAllBytes()));
      }
    }
  }

  private void pieces(
      AnswerPackage made,
      List<Decided> next,
      boolean last,
      AnswerPictureRoom room,
      List<FilePiece> pieces) {
    AnswerWords words = words(made);
    AnswerTable table = new AnswerTable(words);
    StringBuilder csv = new StringBuilder();
    StringBuilder json = new StringBuilder();
    List<ReleasedRecord> released = new ArrayList<>();
    for (Decided one : next) {
      ReleasedRecord record =
          ReleasedRecord.of(one.found(), one.redactions(), one.withheld(), made.language())
              .with(drawn.draw(one, room));
      boolean firstOfAll = made.done() == 0 && released.isEmpty();
      released.add(record);
      csv.append(table.line(record));
      json.append(AnswerJson.record(record, firstOfAll, made.language()));
      PublicPayload.of(one.found().raw(), record)
          .ifPresent(kept -> add(pieces, "native/" + record.number() + ".json", 0, kept));
    }
    long place = made.files() + 1L;
    add(pieces, "records.csv", place, csv.toString());
    add(pieces, "records.json", place, json.toString());
    add(pieces, "exemptions.csv", place, exemptions(made, next));
    byte[] pdf =
        AnswerPdf.of(
            new PdfPart(
                made.number(),
                office.district(),
                words,
                (int) place,
                last && place == 1,
                made.files() == 0 ? List.of(made.letter().split("\n\n")) : List.of(),
                released));
    String name = place == 1 ? "answer.pdf" : "answer-%04d.pdf".formatted(place);
    pieces.add(new FilePiece(name, 0, pdf));
  }

  private ExemptionCsv exemptions(AnswerPackage made) {
    return new ExemptionCsv(made.language(), office.zone(), false);
  }

  /** The log is that of the request's page, for all schools: it never has what is left out. */
  private String exemptions(AnswerPackage made, List<Decided> next) {
    if (next.isEmpty()) {
      return "";
    }
    long last = next.get(next.size() - 1).found().number();
    return log.between(made.requestId(), made.place(), last, Scope.EVERYWHERE).stream()
        .map(exemptions(made)::line)
        .collect(Collectors.joining());
  }

  private static void add(List<FilePiece> pieces, String file, long place, String content) {
    if (!content.isEmpty()) {
      pieces.add(new FilePiece(file, place, content.getBytes(UTF_8)));
    }
  }

  /** Opens the package again, and searches it for what must not go out. */
  void check(AnswerPackage made) throws IOException {
    AnswerParts.Written written = parts.write(made.answerId(), Map.of());
    FoundLeaks found = new FoundLeaks(FoundLeaks.MOST, work.allowed(made));
    LeakSearch hidden = hidden(made.requestId());
    LeakCheck check = new LeakCheck(words(made), new OwnWords(hidden, own(made)), found);
    check.search(parts.open(made.answerId()));
    read.released(
        made.requestId(),
        pictures ->
            pictures.forEach(p -> check.picture(DrawnFiles.name(p.item(), p.place()), p.words())));
    read.again(
        made.requestId(),
        pictures ->
            pictures
                .takeWhile(p -> !found.isFull())
                .forEach(p -> found.add(p.item(), DrawnFiles.name(p.inItem(), p.place()))));
    work.checked(made, written.listSha256(), found.places());
  }

  private Set<String> own(AnswerPackage made) {
    AnswerSummary summary = records.summary(made.requestId());
    Set<String> own = new HashSet<>();
    own.add(made.number().toString());
    own.add(words(made).released(summary));
    summary
        .grounds()
        .forEach(
            (ground, items) -> {
              // Without a source, its words were never kept: it is cited by its id, which can be
              // any word.
              if (!ground.source().isEmpty()) {
                own.add(ground.cited(made.language()));
                own.add(ground.source());
                own.add(words(made).withheld(ground, items));
              }
            });
    office
        .rules()
        .answers()
        .review()
        .ifPresent(
            right -> {
              own.add(right.in(made.language()));
              own.add(right.source());
            });
    return own;
  }

  private LeakSearch hidden(UUID request) {
    return read.hidden(
        request,
        pictures ->
            LeakSearch.of(
                Stream.concat(
                        hiddenRecords(request),
                        pictures
                            .filter(p -> p.words().strip().split("\\s+").length >= LEAST_WORDS)
                            .map(p -> new HiddenText(p.item(), p.words())))
                    .flatMap(AnswerMaking::asWrittenAndPrinted)));
  }

  private Stream<HiddenText> hiddenRecords(UUID request) {
    return Stream.iterate(
            records.nextHidden(request, 0, HIDDEN_AT_ONCE),
            batch -> !batch.isEmpty(),
            batch ->
                records.nextHidden(
                    request, batch.get(batch.size() - 1).found().number(), HIDDEN_AT_ONCE))
        .flatMap(List::stream)
        .flatMap(one -> ReleasedRecord.hidden(one.found(), one.redactions()).stream());
  }

  /** On paper, invisible signs and those of no font are written as their names. */
  private static Stream<HiddenText> asWrittenAndPrinted(HiddenText hidden) {
    String printed = PrintableText.of(hidden.text());
    return printed.equals(hidden.text())
        ? Stream.of(hidden)
        : Stream.of(hidden, new HiddenText(hidden.item(), printed, hidden.whole()));
  }

  /**
   * Packs what was signed.
   *
   * @throws IOException if the files are no longer those that were signed
   */
  void pack(AnswerPackage made) throws IOException {
    Map<String, String> beside = new LinkedHashMap<>();
    beside.put(SIGNATURE, made.signature());
    beside.put(SignerKey.file(made.signer()), made.signer());
    AnswerParts.Written written = parts.write(made.answerId(), beside);
    if (!written.listSha256().equals(made.listSha256())) {
      throw new IOException("the files are not those that were signed");
    }
    work.ready(made, written.bytes(), written.sha256());
  }
}
