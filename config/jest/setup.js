const { setup } = require('@sa11y/jest');

setup();

// jsdom has no layout, so every page is wide unless a test says otherwise.
window.matchMedia = jest.fn(() => ({ matches: false, addEventListener: jest.fn(), removeEventListener: jest.fn() }));

afterEach(() => {
  document.body.replaceChildren();
  jest.clearAllMocks();
});
