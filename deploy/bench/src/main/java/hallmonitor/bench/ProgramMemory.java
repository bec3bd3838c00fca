package hallmonitor.bench;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Physical memory of one program, with all its processes, in megabytes.
 *
 * @param program its name for people
 * @param all proportional set size, as Linux accounts it: a page that several processes share
 *     counts in parts, and a file that is mapped counts as far as it is in memory
 * @param heapUsed objects of a JVM, garbage included; 0 for another program, as the next three
 * @param heap what the JVM holds for objects
 * @param classes metaspace
 * @param code compiled code
 */
public record ProgramMemory(
    String program, long all, long heapUsed, long heap, long classes, long code) {
  /** Returns a program that is no JVM. */
  static ProgramMemory withoutHeap(String program, long all) {
    return new ProgramMemory(program, all, 0, 0, 0, 0);
  }

  /** Returns what is none of the others: models, threads, buffers, the JVM's own tables. */
  public long rest() {
    return Math.max(0, all - heap - classes - code);
  }

  /** Returns the sum under a name. */
  static ProgramMemory sum(String name, List<ProgramMemory> programs) {
    return new ProgramMemory(
        name,
        sum(programs, ProgramMemory::all),
        sum(programs, ProgramMemory::heapUsed),
        sum(programs, ProgramMemory::heap),
        sum(programs, ProgramMemory::classes),
        sum(programs, ProgramMemory::code));
  }

  private static long sum(List<ProgramMemory> programs, ToLongFunction<ProgramMemory> part) {
    return programs.stream().mapToLong(part).sum();
  }
}
