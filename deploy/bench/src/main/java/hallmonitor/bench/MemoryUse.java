package hallmonitor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the physical memory of everything of a local run from Linux and from its JVMs. */
final class MemoryUse {
  private MemoryUse() {}

  /** Returns one line for each program, in the order in which they start. */
  static List<ProgramMemory> of(LocalRun run) throws IOException {
    ProcessHandle database = run.database();
    List<ProgramMemory> programs = new ArrayList<>();
    programs.add(
        ProgramMemory.withoutHeap(
            "PostgreSQL", megabytes(Stream.concat(Stream.of(database), database.descendants()))));
    programs.add(jvm("launcher, broker, mailbox, practice pages", run.launcher()));
    for (ProcessHandle child : run.launcher().children().toList()) {
      Optional<String> service = Programs.service(commandLine(child.pid()));
      if (service.isPresent()) {
        programs.add(jvm(service.get(), child));
      }
    }
    return programs;
  }

  private static ProgramMemory jvm(String name, ProcessHandle process) throws IOException {
    return JvmPools.of(name, process.pid(), megabytes(Stream.of(process)));
  }

  private static String commandLine(long pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/cmdline"));
    } catch (IOException e) {
      return ""; // the process has ended
    }
  }

  private static long megabytes(Stream<ProcessHandle> processes) {
    return processes.mapToLong(process -> kilobytes(process.pid())).sum() >> 10;
  }

  private static long kilobytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException e) {
      return 0; // the process has ended
    }
  }
}
