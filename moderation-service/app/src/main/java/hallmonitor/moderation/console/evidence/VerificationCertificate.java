package hallmonitor.moderation.console.evidence;

import hallmonitor.contract.event.EvidenceResult.LedgerVerified;
import hallmonitor.contract.event.EvidenceResult.PackageVerified;
import hallmonitor.contract.event.EvidenceResult.RequestAnswered;
import hallmonitor.moderation.console.records.RecordPlaces;
import hallmonitor.moderation.console.reports.ReportPdf;
import hallmonitor.moderation.console.reports.ReportTable;
import hallmonitor.moderation.console.reports.ReportTable.Cell;
import hallmonitor.moderation.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** The certificate of a verification, on paper: what was verified, the result, and the hashes. */
@ApplicationScoped
public class VerificationCertificate {
  private final RecordPlaces places;

  VerificationCertificate(RecordPlaces places) {
    this.places = places;
  }

  byte[] pdf(VerificationView view) {
    List<ReportTable> tables = new ArrayList<>();
    tables.add(table(Sentence.of("What was verified"), facts(view)));
    if (!view.getWrong().isEmpty()) {
      tables.add(
          table(
              Sentence.of("What is not right"),
              view.getWrong().stream().map(wrong -> row(wrong.where(), wrong.why())).toList()));
    }
    if (!view.getFiles().isEmpty()) {
      tables.add(
          table(
              Sentence.of("SHA-256 of each file"),
              view.getFiles().stream().map(f -> row(f.name(), f.sha256())).toList()));
    }
    return ReportPdf.of(
        "Certificate of verification, " + places.districtName(),
        "All times in UTC. Only signatures with the district's own keys count.",
        tables);
  }

  private static List<List<Cell>> facts(VerificationView view) {
    List<List<Cell>> facts = new ArrayList<>();
    facts.add(row(Sentence.of("Result"), result(view)));
    if (view.answer() instanceof PackageVerified it) {
      facts.add(row(Sentence.of("File"), String.valueOf(view.fileName())));
      facts.add(row("SHA-256", it.sha256()));
      facts.add(row(Sentence.of("Bytes"), Long.toString(it.bytes())));
      if (it.answer().isPresent()) {
        RequestAnswered answer = it.answer().get();
        facts.add(row(Sentence.of("Request"), answer.number()));
        facts.add(
            row(Sentence.of("Signed on"), answer.signedAt().map(Object::toString).orElse("")));
        facts.add(row(Sentence.of("Files as they were signed"), Integer.toString(it.records())));
      } else {
        facts.add(row(Sentence.of("Sealed records"), Integer.toString(it.records())));
        facts.add(row(Sentence.of("Not signed yet"), Integer.toString(it.unsigned())));
      }
    } else if (view.answer() instanceof LedgerVerified it) {
      facts.add(row(Sentence.of("Records that are right"), Long.toString(it.records())));
      facts.add(row(Sentence.of("Signatures compared"), Integer.toString(it.checkpoints())));
      facts.add(row(Sentence.of("Not signed yet"), Long.toString(it.unsigned())));
    }
    view.getKeys().forEach(key -> facts.add(row(Sentence.of("Key of your district"), key)));
    facts.add(row(Sentence.of("Asked for by"), view.asker()));
    facts.add(row(Sentence.of("Finished"), String.valueOf(view.answeredAt())));
    facts.add(row(Sentence.of("Number"), view.orderId().toString()));
    return facts;
  }

  private static Sentence result(VerificationView view) {
    if (view.isRecordsOnly()) {
      return Sentence.of(
          "Only the sealed records are proven. This file is not one that was made here; its other files prove nothing.");
    }
    if (view.isUnsigned()) {
      return Sentence.of("Right, not yet signed");
    }
    return view.isProven() ? Sentence.of("Everything is right") : Sentence.of("Not proven");
  }

  private static List<Cell> row(CharSequence name, CharSequence value) {
    return List.of(Cell.text(name.toString()), Cell.text(value.toString()));
  }

  private static ReportTable table(Sentence title, List<List<Cell>> rows) {
    return new ReportTable(
        "verification",
        title,
        Sentence.NONE,
        Sentence.NONE,
        List.of(ReportTable.words(Sentence.of("What")), ReportTable.words(Sentence.NONE)),
        rows);
  }
}
