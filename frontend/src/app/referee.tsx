import { createRoot } from 'react-dom/client';
import { RefereePage } from '../identity/RefereePage';

createRoot(document.getElementById('root')!).render(<RefereePage />);
