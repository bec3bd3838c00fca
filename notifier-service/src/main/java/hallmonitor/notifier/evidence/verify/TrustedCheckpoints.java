package hallmonitor.notifier.evidence.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.notifier.evidence.checkpoint.LedgerCheckpoint;
import hallmonitor.notifier.evidence.checkpoint.PublicKeyFile;
import hallmonitor.notifier.evidence.checkpoint.TimeStampAuthority;
import hallmonitor.notifier.evidence.checkpoint.TimeStampAuthority.NoTimeStamp;
import hallmonitor.notifier.evidence.checkpoint.TimeStampAuthority.Stamped;
import hallmonitor.notifier.evidence.ledger.Hash;
import hallmonitor.notifier.evidence.ledger.SealedRecord;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The checkpoints to compare a ledger with, each signed by a trusted key, and their time stamps.
 */
public final class TrustedCheckpoints {
  private final Map<Long, LedgerCheckpoint> checkpoints = new TreeMap<>();
  private final List<VerificationProblem> problems = new ArrayList<>();
  private final List<Stamped> stamps = new ArrayList<>();
  private final List<PublicKeyFile> keys;

  public TrustedCheckpoints(List<PublicKeyFile> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * Adds a checkpoint, or records what is wrong with it.
   *
   * @param timeStamp the token beside it
   */
  public void add(String file, byte[] text, Optional<byte[]> timeStamp) {
    LedgerCheckpoint checkpoint;
    try {
      checkpoint = LedgerCheckpoint.read(new String(text, UTF_8));
    } catch (IllegalArgumentException e) {
      problems.add(
          VerificationProblem.of(
              file, Flaw.DAMAGED, "it is damaged: no checkpoint can be read from it"));
      return;
    }
    Optional<PublicKeyFile> key =
        keys.stream().filter(k -> k.fingerprint().equals(checkpoint.key())).findFirst();
    if (key.isEmpty()) {
      problems.add(
          VerificationProblem.of(
              file,
              Flaw.FOREIGN_KEY,
              "it is signed by the key " + checkpoint.key() + ", which is not given"));
      return;
    }
    if (!key.get().signed(checkpoint)) {
      problems.add(
          VerificationProblem.of(
              file, Flaw.BAD_SIGNATURE, "its signature does not fit: it was changed"));
      return;
    }
    checkpoints.put(checkpoint.head().sequence(), checkpoint);
    timeStamp.ifPresent(token -> stamp(file, checkpoint, token));
  }

  private void stamp(String file, LedgerCheckpoint checkpoint, byte[] token) {
    try {
      byte[] hash = HexFormat.of().parseHex(Hash.of(checkpoint.signedBytes()));
      stamps.add(TimeStampAuthority.check(token, hash));
    } catch (NoTimeStamp e) {
      problems.add(VerificationProblem.of("the time stamp of " + file, Flaw.OTHER, e.why()));
    }
  }

  /** Returns what is wrong with the checkpoints themselves. */
  public List<VerificationProblem> problems() {
    return List.copyOf(problems);
  }

  /** Returns what contradicts a record at this place in the chain. */
  Optional<String> compare(SealedRecord.Head head) {
    LedgerCheckpoint checkpoint = checkpoints.get(head.sequence());
    if (checkpoint == null || checkpoint.head().equals(head)) {
      return Optional.empty();
    }
    return Optional.of(
        "the checkpoint signed at "
            + checkpoint.at()
            + " holds another link: the ledger was rewritten up to here");
  }

  Optional<LedgerCheckpoint> newest() {
    return checkpoints.values().stream().reduce((a, b) -> b);
  }

  Optional<LedgerCheckpoint> at(long sequence) {
    return Optional.ofNullable(checkpoints.get(sequence));
  }

  public int size() {
    return checkpoints.size();
  }

  public List<Stamped> stamps() {
    return List.copyOf(stamps);
  }

  public List<PublicKeyFile> keys() {
    return keys;
  }
}
