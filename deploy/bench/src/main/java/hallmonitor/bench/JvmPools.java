package hallmonitor.bench;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.lang.management.PlatformManagedObject;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What another JVM of this user says about its memory. */
final class JvmPools {
  private static final String METASPACE = "Metaspace";

  private JvmPools() {}

  /**
   * Completes what Linux says about a JVM. Asking loads classes there, so Linux is asked before.
   *
   * @param all its proportional set size in megabytes
   */
  @SuppressWarnings("BanJNDI") // the address is what a JVM of this user answered just now
  static ProgramMemory of(String program, long pid, long all) throws IOException {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
      try (JMXConnector connector =
          JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()))) {
        return of(program, all, connector.getMBeanServerConnection());
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException e) {
      throw new IOException("the JVM " + pid + " does not say how it uses memory", e);
    }
  }

  private static ProgramMemory of(String program, long all, MBeanServerConnection jvm)
      throws IOException {
    Collection<MemoryPoolMXBean> pools = beans(jvm, MemoryPoolMXBean.class);
    Predicate<MemoryPoolMXBean> heap = pool -> pool.getType() == MemoryType.HEAP;
    Predicate<MemoryPoolMXBean> classes = pool -> pool.getName().equals(METASPACE);
    Predicate<MemoryPoolMXBean> code = pool -> pool.getName().startsWith("Code");
    return new ProgramMemory(
        program,
        all,
        megabytes(pools, heap, MemoryUsage::getUsed),
        megabytes(pools, heap, MemoryUsage::getCommitted),
        megabytes(pools, classes, MemoryUsage::getCommitted),
        megabytes(pools, code, MemoryUsage::getCommitted));
  }

  private static <T extends PlatformManagedObject> Collection<T> beans(
      MBeanServerConnection jvm, Class<T> type) throws IOException {
    return ManagementFactory.getPlatformMXBeans(jvm, type);
  }

  private static long megabytes(
      Collection<MemoryPoolMXBean> pools,
      Predicate<MemoryPoolMXBean> which,
      ToLongFunction<MemoryUsage> part) {
    return pools.stream().filter(which).mapToLong(pool -> part.applyAsLong(pool.getUsage())).sum()
        >> 20;
  }
}
