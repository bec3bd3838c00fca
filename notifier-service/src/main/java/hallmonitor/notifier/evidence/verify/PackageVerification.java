package hallmonitor.notifier.evidence.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.notifier.evidence.checkpoint.PublicKeyFile;
import hallmonitor.notifier.evidence.ledger.Chain;
import hallmonitor.notifier.evidence.ledger.Hash;
import hallmonitor.notifier.evidence.ledger.LedgerLine;
import hallmonitor.notifier.evidence.ledger.SealedRecord;
import hallmonitor.notifier.evidence.ledger.UncheckedRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Verifies a package: its files are unchanged, its records are complete, and each is part of a
 * chain that ends at a signed checkpoint.
 */
public final class PackageVerification {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RECORDS = "ledger/records.ndjson";
  private static final String PROOF = "ledger/proof.json";

  /**
   * The outcome of a verification.
   *
   * @param records verified; in a redacted package, records with a verified place
   * @param unsigned those of them that no checkpoint covers yet
   * @param keysFromWithin whether the keys came from the package itself
   */
  public record Outcome(
      int records,
      int unsigned,
      boolean redacted,
      TrustedCheckpoints trust,
      boolean keysFromWithin,
      List<VerificationProblem> problems) {
    public Outcome {
      problems = List.copyOf(problems);
    }
  }

  /** A record of the package; {@code record} is empty in a redacted one. */
  private record Listed(long sequence, String hash, String link, Optional<byte[]> record) {}

  private final PackageFiles files;
  private final TrustedCheckpoints trust;
  private final boolean keysFromWithin;
  private final List<VerificationProblem> problems = new ArrayList<>();
  private final Map<Long, Listed> listed = new TreeMap<>();
  private int unsigned;

  private PackageVerification(PackageFiles files, List<PublicKeyFile> keys) {
    this.files = files;
    this.keysFromWithin = keys.isEmpty();
    this.trust = new TrustedCheckpoints(keysFromWithin ? keysWithin(files) : keys);
  }

  /**
   * Verifies a package.
   *
   * @param keys trusted keys; if empty, the package's own
   */
  public static Outcome prove(Path zip, List<PublicKeyFile> keys) throws IOException {
    return new PackageVerification(PackageFiles.read(zip), keys).prove();
  }

  private Outcome prove() throws IOException {
    problems.addAll(files.problems());
    for (String name : files.named("ledger/checkpoints/", ".json")) {
      String stamp = name.substring(0, name.length() - "json".length()) + "tsr";
      trust.add(
          name,
          files.bytes(name),
          files.has(stamp) ? Optional.of(files.bytes(stamp)) : Optional.empty());
    }
    problems.addAll(trust.problems());
    boolean redacted = !files.has(RECORDS);
    try {
      content(redacted);
    } catch (JsonProcessingException e) {
      problems.add(new VerificationProblem("the package", "a file in it is no longer valid JSON"));
    }
    return new Outcome(listed.size(), unsigned, redacted, trust, keysFromWithin, problems);
  }

  private void content(boolean redacted) throws IOException {
    if (redacted) {
      readOriginals();
    } else {
      readRecords();
    }
    if (listed.isEmpty()) {
      problems.add(new VerificationProblem("the package", "it holds no record"));
    }
    followStretches();
    if (!redacted && problems.isEmpty()) {
      problems.addAll(PackageContent.compare(files, records()));
    }
  }

  private List<JsonNode> records() throws IOException {
    List<JsonNode> records = new ArrayList<>();
    for (Listed one : listed.values()) {
      records.add(JSON.readTree(one.record().orElseThrow()));
    }
    return records;
  }

  private void readRecords() {
    int n = 0;
    for (String line : files.text(RECORDS).lines().toList()) {
      n++;
      Optional<UncheckedRecord> found =
          LedgerLine.read(line.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      Optional<Long> sequence = found.flatMap(PackageVerification::sequence);
      if (sequence.isEmpty()) {
        problems.add(new VerificationProblem(RECORDS, "line " + n + " is no record"));
        return;
      }
      UncheckedRecord record = found.get();
      take(new Listed(sequence.get(), record.hash(), record.link(), Optional.of(record.record())));
    }
  }

  private static Optional<Long> sequence(UncheckedRecord found) {
    try {
      return Optional.of(
          hallmonitor.notifier.evidence.ledger.RecordFacts.read(found.record()).sequence());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void readOriginals() throws IOException {
    for (JsonNode one : JSON.readTree(files.bytes("ledger/originals.json"))) {
      take(
          new Listed(
              one.path("sequence").asLong(),
              one.path("hash").asText(),
              one.path("link").asText(),
              Optional.empty()));
    }
  }

  private void take(Listed one) {
    if (listed.put(one.sequence(), one) != null) {
      problems.add(new VerificationProblem("record " + one.sequence(), "it is there twice"));
    }
  }

  private void followStretches() throws IOException {
    Map<Long, Listed> left = new TreeMap<>(listed);
    for (JsonNode stretch : JSON.readTree(files.bytes(PROOF))) {
      follow(stretch, left);
    }
    left.keySet()
        .forEach(
            n ->
                problems.add(
                    new VerificationProblem(
                        "record " + n, PROOF + " does not lead from it to a checkpoint")));
  }

  private void follow(JsonNode stretch, Map<Long, Listed> left) {
    long place = stretch.path("after").asLong();
    String link = stretch.path("link").asText();
    List<Listed> here = new ArrayList<>();
    if (!Hash.isOne(link) || !stretch.path("checkpoint").isIntegralNumber()) {
      problems.add(new VerificationProblem(PROOF, "it is damaged"));
      return;
    }
    for (JsonNode hash : stretch.path("hashes")) {
      if (!Hash.isOne(hash.asText())) {
        problems.add(new VerificationProblem(PROOF, "a hash is no SHA-256"));
        return;
      }
      place++;
      Listed one = left.remove(place);
      String next = Hash.link(link, hash.asText());
      if (one != null) {
        here.add(one);
        check(one, new SealedRecord.Head(place - 1, link), hash.asText(), next);
      }
      link = next;
    }
    end(stretch.path("checkpoint").asLong(), new SealedRecord.Head(place, link), here);
  }

  private void check(Listed one, SealedRecord.Head before, String hash, String link) {
    Optional<String> wrong =
        one.record()
            .flatMap(r -> new Chain(before).next(new UncheckedRecord(r, one.hash(), one.link())));
    if (wrong.isEmpty() && !(one.hash().equals(hash) && one.link().equals(link))) {
      wrong = Optional.of("its hash or link is not the one of the chain");
    }
    wrong.ifPresent(why -> problems.add(new VerificationProblem("record " + one.sequence(), why)));
  }

  private void end(long checkpoint, SealedRecord.Head head, List<Listed> here) {
    if (checkpoint == 0) {
      unsigned += here.size();
      return;
    }
    boolean signed =
        checkpoint == head.sequence()
            && trust.at(checkpoint).filter(c -> c.head().equals(head)).isPresent();
    if (!signed) {
      problems.add(
          new VerificationProblem(
              here.isEmpty() ? PROOF : "record " + here.get(0).sequence(),
              "the chain does not lead to the signed checkpoint " + checkpoint));
    }
  }

  private static List<PublicKeyFile> keysWithin(PackageFiles files) {
    List<PublicKeyFile> keys = new ArrayList<>();
    for (String name : files.named("ledger/key-", ".pem")) {
      try {
        keys.add(PublicKeyFile.read(files.text(name)));
      } catch (IllegalArgumentException e) {
        // A damaged key verifies nothing, and its checkpoints will show that.
      }
    }
    return keys;
  }
}
