// The service under test: its address, and tokens of an analyst and of an employee. ./copilot test sets them.
const need = (name) => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: ./copilot test --browser starts a service and sets it`);
  return value;
};

export const base = need('COPILOT_TEST_BASE');
export const analyst = need('COPILOT_TEST_ANALYST_TOKEN');
export const staff = need('COPILOT_TEST_STAFF_TOKEN');
