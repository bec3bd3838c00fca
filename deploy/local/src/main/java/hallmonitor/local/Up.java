package hallmonitor.local;

import hallmonitor.embedded.CannotStart;
import java.util.List;

/** The one-command run: starts everything, prints where it is, and stops everything on Ctrl-C. */
public final class Up {
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private Up() {}

  public static void main(String[] arguments) {
    try {
      LauncherOptions options = LauncherOptions.parse(List.of(arguments), System::getProperty);
      if (options.help()) {
        System.out.print(LauncherOptions.helpText());
        return;
      }
      run(options);
    } catch (LauncherOptions.UsageError e) {
      System.err.println(e.getMessage());
      System.exit(WRONG_USAGE);
    }
  }

  private static void run(LauncherOptions options) {
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

  /** Stops when the parent ends, because a killed Maven does not stop its child. */
  private static void stopWithParent() {
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
  }
}
