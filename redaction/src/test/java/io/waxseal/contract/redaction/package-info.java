/**
 * What authors extend and host builds run. {@link io.waxseal.contract.redaction.DetectorContract} says what a detector keeps
 * to; {@link io.waxseal.contract.redaction.NoPersonalDataInLogs} fails a test during which personal data is logged. They use
 * nothing but the exported API, JUnit 5 and AssertJ, core's contracts, and the logging back ends that they find on the path.
 */
package io.waxseal.contract.redaction;
