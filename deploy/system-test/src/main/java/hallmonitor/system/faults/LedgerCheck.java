package hallmonitor.system.faults;

import hallmonitor.system.ScratchStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Verifies a running stack's ledger as a person does, with {@code deploy/evidence}. */
public final class LedgerCheck {
  private LedgerCheck() {}

  /** Returns the verification's objection; empty if the chain and its checkpoints are intact. */
  public static Optional<String> objection(Path data) {
    Path program = ScratchStack.root().resolve("deploy/evidence");
    try {
      Process process =
          new ProcessBuilder(List.of(program.toString(), "verify", "--data", data.toString()))
              .redirectErrorStream(true)
              .start();
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
