// Says what failed, and how many passed: a line for each of hundreds of cases would hide it.

export default async function* reporter(events) {
  const failed = [];
  let passed = 0;
  for await (const event of events) {
    if (event.type === "test:pass" && event.data.details?.type !== "suite") passed += 1;
    if (event.type === "test:fail") failed.push(event);
    if (event.type === "test:stderr" || event.type === "test:stdout") yield event.data.message;
  }
  for (const { data } of failed) {
    const error = data.details.error;
    yield `FAILED ${data.file?.split("/").at(-1)}: ${data.name}\n${error?.cause?.stack ?? error?.stack ?? error}\n\n`;
  }
  yield `${passed} passed, ${failed.length} failed\n`;
}
