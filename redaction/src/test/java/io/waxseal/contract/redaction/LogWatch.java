package io.waxseal.contract.redaction;

import io.waxseal.redaction.Direction;
import io.waxseal.redaction.RedactionFilter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Opens a scope for each test, and for the class around its tests, and fails whose scope heard something. */
final class LogWatch
    implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
  private static final Namespace OURS = Namespace.create(LogWatch.class);
  private static final String PARALLEL = "junit.jupiter.execution.parallel.enabled";

  @Override
  public void beforeAll(ExtensionContext context) {
    open(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    open(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    close(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close(context);
  }

  private static void open(ExtensionContext context) {
    Run run = context
        .getRoot()
        .getStore(OURS)
        .getOrComputeIfAbsent(Run.class, key -> new Run(context), Run.class);
    NoPersonalDataInLogs wish = wish(context);
    RedactionFilter filter =
        ReflectionSupport.newInstance(wish.redactor()).get().filter(Direction.LOG);
    Judge judge = new Judge(filter, Set.of(wish.except()));
    Scope scope = new Scope(context.getUniqueId(), name(context), judge);
    context.getStore(OURS).put(Scope.class, scope);
    run.hearing.open(scope);
  }

  private static void close(ExtensionContext context) {
    Run run = context.getRoot().getStore(OURS).get(Run.class, Run.class);
    Scope scope = context.getStore(OURS).remove(Scope.class, Scope.class);
    if (run != null && scope != null) {
      run.hearing.close(scope);
      fail("Personal data was logged during " + scope.name() + ":", scope.found());
    }
  }

  /** The annotation of the method, or of the class or one that it stands in. */
  private static NoPersonalDataInLogs wish(ExtensionContext context) {
    for (ExtensionContext at = context; ; at = at.getParent().orElseThrow()) {
      var found = AnnotationSupport.findAnnotation(at.getElement(), NoPersonalDataInLogs.class);
      if (found.isPresent()) {
        return found.get();
      }
    }
  }

  private static String name(ExtensionContext context) {
    String type = context.getRequiredTestClass().getSimpleName();
    return context.getTestMethod().map(method -> type + "." + method.getName()).orElse(type);
  }

  private static void fail(String where, List<String> found) {
    if (!found.isEmpty()) {
      throw new AssertionError(where + "\n" + String.join("\n", found));
    }
  }

  /** From the first guarded test to the end of the run. */
  private static final class Run implements Store.CloseableResource, AutoCloseable {
    private final Hearing hearing;

    private Run(ExtensionContext context) {
      boolean parallel =
          context.getConfigurationParameter(PARALLEL).map(Boolean::parseBoolean).orElse(false);
      hearing = new Hearing(parallel);
    }

    @Override
    public void close() {
      fail(
          "Personal data was logged on threads that belong to no running test:", hearing.nobodys());
    }
  }
}
