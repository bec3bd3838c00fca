package hallmonitor.system.faults;

import hallmonitor.system.ScratchStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Verifies as a person does, with {@code deploy/evidence}. */
public final class EvidenceProgram {
  private EvidenceProgram() {}

  /**
   * Returns the objection to the ledger of a running stack; empty if the chain and its checkpoints
   * are intact.
   */
  public static Optional<String> objection(Path data) {
    return objection("--data", data.toString());
  }

  /** Returns the objection to the ledger of a stack with a database elsewhere. */
  public static Optional<String> objectionTo(String database, Path data) {
    return objection("--data", data.toString(), "--database", database);
  }

  /**
   * Returns the objection to a package; empty if it is signed with this key and unchanged.
   *
   * @param zip a package of evidence, or the answer to a request for records
   * @param key the public key of the district
   */
  public static Optional<String> objection(Path zip, Path key) {
    return objection(zip.toString(), "--key", key.toString());
  }

  private static Optional<String> objection(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(ScratchStack.root().resolve("deploy/evidence").toString());
    command.add("verify");
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.empty() : Optional.of(said.strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
