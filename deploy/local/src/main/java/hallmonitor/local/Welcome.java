package hallmonitor.local;

import java.io.PrintStream;

/** The text shown when everything is up: where to go, what to try, where files are. */
final class Welcome {
  private Welcome() {}

  static void print(LocalStack stack, PrintStream out) {
    Ports ports = stack.settings().ports();
    out.printf(
        """

          Console        %s
          Practice pages %s (and /facebook, /youtube, /bluesky)
          Mailbox        %s

          Settings       %s (district.yaml, policy.yaml, and the district's other files)
          Secrets        %s
          Logs           %s
          Data           %s

        """,
        ports.http(PortName.CONSOLE),
        ports.http(PortName.PRACTICE),
        ports.http(PortName.MAILBOX),
        stack.config(),
        stack.secrets(),
        stack.logs(),
        stack.settings().data());
    stack
        .firstSignIn()
        .ifPresent(
            line ->
                out.printf(
                    "  First sign-in  %s (shown only once; you choose a new password when you sign"
                        + " in)%n%n",
                    line));
    out.println(
        "Try it: post a threat on a practice page and watch it disappear. Then find its case in"
            + " the console and the email in the mailbox.");
    out.println("Ctrl-C stops everything.");
    out.flush();
  }
}
