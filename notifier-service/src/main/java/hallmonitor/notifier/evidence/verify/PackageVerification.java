package hallmonitor.notifier.evidence.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.notifier.evidence.checkpoint.PublicKeyFile;
import hallmonitor.notifier.evidence.ledger.Chain;
import hallmonitor.notifier.evidence.ledger.Hash;
import hallmonitor.notifier.evidence.ledger.LedgerLine;
import hallmonitor.notifier.evidence.ledger.SealedRecord;
import hallmonitor.notifier.evidence.ledger.UncheckedRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Verifies a package: its files are unchanged, its records are complete, and each is part of a
 * chain that ends at a signed checkpoint.
 */
public final class PackageVerification {
  /** Far more than a checkpoint has. */
  private static final int LONGEST_CHECKPOINT = 4_096;

  private static final String RECORDS = "ledger/records.ndjson";
  private static final String PROOF = "ledger/proof.json";

  /**
   * The outcome of a verification.
   *
   * @param records verified; in a redacted package, records with a verified place
   * @param unsigned those of them that no checkpoint covers yet
   * @param keysFromWithin whether the keys came from the package itself
   * @param places of its records, as the package lists them, by sequence
   * @param files SHA-256 of each file in it, by name
   */
  public record Outcome(
      int records,
      int unsigned,
      boolean redacted,
      TrustedCheckpoints trust,
      boolean keysFromWithin,
      Map<Long, RecordPlace> places,
      Map<String, String> files,
      List<VerificationProblem> problems) {
    public Outcome {
      problems = List.copyOf(problems);
    }
  }

  /** Where a record stands in the chain: its own hash, and the link that ends with it. */
  public record RecordPlace(String hash, String link) {}

  /** A record of the package; {@code record} is empty in a redacted one. */
  private record Listed(long sequence, String hash, String link, Optional<byte[]> record) {}

  private final PackageFiles files;
  private final PackageJson json;
  private final TrustedCheckpoints trust;
  private final boolean keysFromWithin;
  private final List<VerificationProblem> problems = new ArrayList<>();
  private final Map<Long, Listed> listed = new TreeMap<>();
  private int unsigned;

  private PackageVerification(PackageFiles files, List<PublicKeyFile> keys, int tokens) {
    this.files = files;
    this.json = new PackageJson(tokens);
    this.keysFromWithin = keys.isEmpty();
    this.trust = new TrustedCheckpoints(keysFromWithin ? keysWithin(files) : keys);
  }

  /**
   * Verifies a package.
   *
   * @param keys trusted keys; if empty, the package's own
   */
  public static Outcome prove(Path zip, List<PublicKeyFile> keys) throws IOException {
    return prove(zip, keys, PackageLimits.OF_COMMAND);
  }

  /**
   * Verifies a package.
   *
   * @param keys trusted keys; if empty, the package's own
   * @param limits one with more is not read
   */
  public static Outcome prove(Path zip, List<PublicKeyFile> keys, PackageLimits limits)
      throws IOException {
    return new PackageVerification(PackageFiles.read(zip, limits), keys, limits.tokens()).prove();
  }

  private Outcome prove() throws IOException {
    problems.addAll(files.problems());
    for (String name : files.named("ledger/checkpoints/", ".json")) {
      if (files.bytes(name).length > LONGEST_CHECKPOINT) {
        problems.add(VerificationProblem.of(name, Flaw.OTHER, "it is too long to be a checkpoint"));
        continue;
      }
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
    } catch (StreamConstraintsException e) {
      problems.add(
          VerificationProblem.ofWhole(
              "the package", Flaw.TOO_LARGE, "its JSON holds more than is verified here"));
    } catch (JsonProcessingException e) {
      problems.add(
          VerificationProblem.ofWhole(
              "the package", Flaw.OTHER, "a file in it is no longer valid JSON"));
    }
    Map<Long, RecordPlace> places = new TreeMap<>();
    listed.forEach((n, one) -> places.put(n, new RecordPlace(one.hash(), one.link())));
    return new Outcome(
        listed.size(), unsigned, redacted, trust, keysFromWithin, places, files.hashes(), problems);
  }

  private void content(boolean redacted) throws IOException {
    if (redacted) {
      readOriginals();
    } else {
      readRecords();
    }
    if (listed.isEmpty()) {
      problems.add(
          VerificationProblem.ofWhole("the package", Flaw.NO_RECORD, "it holds no record"));
    }
    followStretches();
    if (!redacted && problems.isEmpty()) {
      problems.addAll(PackageContent.compare(files, json, records()));
    }
  }

  private List<JsonNode> records() throws IOException {
    List<JsonNode> records = new ArrayList<>();
    for (Listed one : listed.values()) {
      records.add(PackageJson.counted(one.record().orElseThrow()));
    }
    return records;
  }

  private void readRecords() throws IOException {
    int n = 0;
    Iterator<String> lines = files.text(RECORDS).lines().iterator();
    while (lines.hasNext()) {
      String line = lines.next();
      n++;
      Optional<UncheckedRecord> found =
          LedgerLine.read(line.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      Optional<Long> sequence = found.flatMap(PackageVerification::sequence);
      if (sequence.isEmpty()) {
        problems.add(VerificationProblem.of(RECORDS, Flaw.OTHER, "line " + n + " is no record"));
        return;
      }
      UncheckedRecord record = found.get();
      json.count(record.record());
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
    for (JsonNode one : json.read(files.bytes("ledger/originals.json"))) {
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
      problems.add(VerificationProblem.ofRecord(one.sequence(), Flaw.OTHER, "it is there twice"));
    }
  }

  private void followStretches() throws IOException {
    Map<Long, Listed> left = new TreeMap<>(listed);
    for (JsonNode stretch : json.read(files.bytes(PROOF))) {
      follow(stretch, left);
    }
    left.keySet()
        .forEach(
            n ->
                problems.add(
                    VerificationProblem.ofRecord(
                        n, Flaw.OTHER, PROOF + " does not lead from it to a checkpoint")));
  }

  private void follow(JsonNode stretch, Map<Long, Listed> left) {
    long place = stretch.path("after").asLong();
    String link = stretch.path("link").asText();
    List<Listed> here = new ArrayList<>();
    if (!Hash.isOne(link) || !stretch.path("checkpoint").isIntegralNumber()) {
      problems.add(VerificationProblem.of(PROOF, Flaw.DAMAGED, "it is damaged"));
      return;
    }
    for (JsonNode hash : stretch.path("hashes")) {
      if (!Hash.isOne(hash.asText())) {
        problems.add(VerificationProblem.of(PROOF, Flaw.OTHER, "a hash is no SHA-256"));
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
    wrong.ifPresent(why -> problems.add(VerificationProblem.inChain(one.sequence(), why)));
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
      String why = "the chain does not lead to the signed checkpoint " + checkpoint;
      problems.add(
          here.isEmpty()
              ? VerificationProblem.of(PROOF, Flaw.OTHER, why)
              : VerificationProblem.ofRecord(here.get(0).sequence(), Flaw.OTHER, why));
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
