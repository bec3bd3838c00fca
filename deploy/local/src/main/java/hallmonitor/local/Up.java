package hallmonitor.local;

import hallmonitor.embedded.CannotStart;
import hallmonitor.settings.tool.Tool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The one-command run: starts everything, says where it is, and stops everything on Ctrl-C. */
@Command(
    name = "java -jar deploy/local/target/hall-monitor.jar",
    customSynopsis = "java -jar deploy/local/target/hall-monitor.jar [options]",
    description = {
      "Starts Hall Monitor on this machine: PostgreSQL, Kafka, a mailbox, the practice page and the"
          + " three services. Everything listens on 127.0.0.1 only.%n",
      "  mvn -Pup                                   builds what is not built and starts",
      "  mvn -Pup -Dup.args=\"--port.console=9080\"   the same with options%n",
      "Each option can also be given to java as a system property:",
      "  -Dup.port.console=9080 is --port.console=9080.%n"
    })
public final class Up implements Runnable {
  private static final int FAILED = 1;

  private final CommandSpec command = CommandSpec.forAnnotatedObject(this);
  private final LauncherOptions options = new LauncherOptions(command, System::getProperty);

  private Up() {}

  public static void main(String[] arguments) {
    Tool.main(new Up().command, arguments);
  }

  @Override
  public void run() {
    StartProgress progress = new StartProgress(System.out);
    LocalStack stack = new LocalStack(options.settings(), progress);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, progress), "stop"));
    if (options.stopWithParent()) {
      stopWithParent();
    }
    try {
      stack.start();
      progress.say("Hall Monitor is up.");
      Welcome.print(stack, System.out);
      Thread.currentThread().join();
    } catch (CannotStart e) {
      System.err.println(e.getMessage());
      System.exit(FAILED);
    } catch (InterruptedException e) {
      System.exit(FAILED);
    } catch (RuntimeException e) {
      System.err.println("Hall Monitor cannot start; please report this with its cause:");
      e.printStackTrace();
      System.exit(FAILED);
    }
  }

  private static void stop(LocalStack stack, StartProgress progress) {
    stack.close();
    progress.say("stopped");
  }

  /** If Maven is killed, the child ends only if it watches for that. */
  private static void stopWithParent() {
    var unused =
        ProcessHandle.current()
            .parent()
            .map(parent -> parent.onExit().thenRun(() -> System.exit(0)));
  }
}
