package hallmonitor.ingest.tool;

import hallmonitor.settings.tool.ToolFailure;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code remove NAME}. */
@Command(
    name = "remove",
    description = "Removes a stored credential; its accounts can then not be read.%n")
final class RemoveCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "as 'credential' says in district.yaml")
  private String name = "";

  @Mixin private StoreOptions options = new StoreOptions();
  @ParentCommand private @Nullable CredentialCommand parent;

  @Override
  public Integer call() throws Exception {
    CredentialCommand command = Objects.requireNonNull(parent);
    return options.open(
        command.environment(),
        opened -> {
          if (!opened.credentials().remove(name)) {
            throw new ToolFailure(
                "No credential '%s' is stored; deploy/credential list shows all.".formatted(name));
          }
          command.out().printf("'%s' is removed.%n", name);
          return 0;
        });
  }
}
