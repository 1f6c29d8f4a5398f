/**
 * What a host's build can hold its own code to: {@link io.waxseal.contract.redaction.NoPersonalDataInLogs} fails a test
 * during which personal data is logged. It uses nothing but the exported API, JUnit 5, and the logging back ends that it
 * finds on the path.
 */
package io.waxseal.contract.redaction;
