// The page's one entry: every component is reached from here.
import './components/segue-app/segue-app.js';
